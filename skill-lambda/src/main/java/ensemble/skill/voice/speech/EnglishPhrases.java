package ensemble.skill.voice.speech;

import ensemble.contract.state.GroupSync;
import ensemble.contract.value.Name;
import ensemble.contract.value.SyncTier;
import ensemble.skill.command.CannotKind;
import ensemble.skill.household.HubPresence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** English, as spoken in the United States. */
final class EnglishPhrases implements Phrases {
    static final EnglishPhrases INSTANCE = new EnglishPhrases();

    private static final String HOW_TO_MEASURE = " To measure it, open the speaker box's page and choose calibrate.";

    private EnglishPhrases() {}

    @Override
    public String welcome() {
        return "Speaker groups here. I can move the music to a group, or tell you if one is in sync. Which group?";
    }

    @Override
    public String whichGroupAgain() {
        return "Say, for example: play on kitchen. Which group?";
    }

    @Override
    public String help() {
        return "You can say: play on backyard. Or: is the backyard in sync. What would you like?";
    }

    @Override
    public String goodbye() {
        return "Goodbye.";
    }

    @Override
    public String lost() {
        return "I didn't get that. You can say: play on kitchen. What would you like?";
    }

    @Override
    public String lostForGood() {
        return "Sorry, I still didn't get that. Try again later with: ask speaker groups for help.";
    }

    @Override
    public String linkFirst() {
        return "To reach your speakers, please link your account first. I've sent a card to the Alexa app.";
    }

    @Override
    public String linkAgain() {
        return "Your account link has run out. Please link it again: I've sent a card to the Alexa app.";
    }

    @Override
    public String noHouse() {
        return "Your account has no speaker box yet. Pair one first, then ask me again.";
    }

    @Override
    public String trouble() {
        return "Sorry, something on our side isn't answering. Please try again in a moment.";
    }

    @Override
    public String whichGroup(List<Name> groups) {
        return "Which group: " + EnglishWords.either(groups) + "?";
    }

    @Override
    public String noSuchGroup(String heard, List<Name> groups) {
        return "I don't know a group called " + heard + ". Which one: " + EnglishWords.either(groups) + "?";
    }

    @Override
    public String playingOn(String where, List<Name> missing) {
        if (missing.isEmpty()) {
            return "Playing on " + where + ".";
        }
        String verb = missing.size() == 1 ? " isn't there." : " aren't there.";
        return "Playing on " + where + ", but " + EnglishWords.all(missing) + verb;
    }

    @Override
    public String onItsWayTo(String where) {
        return "It's on its way to " + where + ". The speaker box hasn't answered yet.";
    }

    @Override
    public String cannot(CannotKind kind, String where, HubPresence hub, Instant now) {
        return switch (kind) {
            case HUB_OFFLINE -> offline(hub, now);
            case NO_SUCH_GROUP -> "That group doesn't exist any more.";
            case NO_SUCH_SPEAKER -> "That speaker doesn't exist any more.";
            case NO_SUCH_SCENE -> "That scene doesn't exist any more.";
            case NOT_SUPPORTED -> "The speaker box can't tell your Echo that over this connection.";
            case MEASURING -> "The speaker box is measuring right now. Please try again in a minute.";
            case NOT_THERE -> "The speaker box can't reach what it needs for that.";
            case ACT_FAILED -> "The speaker box tried, but it didn't work.";
            case SPEAKERS_AWAY ->
                "I can't reach any of the speakers of " + where + ". Are they switched on? "
                        + "I've left everything as it was.";
            case NO_SOUND -> "The speaker box has no sound at the moment, so I've left everything as it was.";
            case EXPIRED -> "The speaker box got that too late, so I've left everything as it was.";
            case UNKNOWN_SPEAKER -> "The speaker box doesn't know all of those speakers yet. Please try again soon.";
            case NOT_ANSWERED -> "The speaker box didn't answer, so I've taken that back.";
            case BUSY -> "Somebody else is changing the speakers right now. Please try again.";
            case TROUBLE -> trouble();
        };
    }

    @Override
    public String sync(Name group, GroupSync sync, SyncTier target, Instant now) {
        String subject = EnglishWords.subject(group.text());
        return switch (sync.status()) {
            case IN_SYNC -> "Yes, " + subject + " in sync" + detail(sync, now);
            case DRIFTING -> "Not quite: " + subject + " drifting" + detail(sync, now) + goal(target);
            case OUT_OF_SYNC -> "No, " + subject + " out of sync" + detail(sync, now) + goal(target);
            case ALIGNING -> EnglishWords.capital(subject) + " being lined up right now. Ask me again in a minute.";
            case UNKNOWN -> unknown(group, sync, now);
        };
    }

    @Override
    public String everywhere() {
        return "all speakers";
    }

    @Override
    public Set<String> everywhereWords() {
        return Set.of("everywhere", "all", "everything", "every", "whole house", "house", "all of them", "every room");
    }

    @Override
    public Set<String> fillerWords() {
        return Set.of("the", "my", "our", "a", "an", "on", "in", "to", "speaker", "group", "please");
    }

    private static String offline(HubPresence hub, Instant now) {
        return switch (hub) {
            case HubPresence.Offline away ->
                "The speaker box has been offline for "
                        + EnglishWords.length(Duration.between(away.since(), now))
                        + ". I've changed nothing.";
            case HubPresence.NeverSeen never -> "The speaker box has never been online. I've changed nothing.";
            case HubPresence.Online online -> "The speaker box is offline. I've changed nothing.";
        };
    }

    private static String detail(GroupSync sync, Instant now) {
        return sync.measured()
                .map(measured -> ": its speakers were within " + EnglishWords.millis(measured.spreadMicros())
                        + ", give or take " + EnglishWords.millis(measured.uncertaintyMicros()) + ", "
                        + EnglishWords.age(Duration.between(measured.at(), now)) + ".")
                .orElse(", but I have no number for it.");
    }

    private static String goal(SyncTier target) {
        return " The goal is " + EnglishWords.millis(target.atMostMicros()) + ".";
    }

    private static String unknown(Name group, GroupSync sync, Instant now) {
        String start = "I can't tell whether " + EnglishWords.subject(group.text()) + " in sync: ";
        return sync.measured()
                        .map(old -> start + "the last measurement, " + EnglishWords.age(Duration.between(old.at(), now))
                                + ", is too old to count.")
                        .orElse(start + "it hasn't been measured.")
                + HOW_TO_MEASURE;
    }

    /** For tests and logs. */
    @Override
    public String toString() {
        return Locale.US.toLanguageTag();
    }
}
