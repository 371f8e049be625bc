package ensemble.skill.voice;

import ensemble.skill.command.CannotKind;
import ensemble.skill.command.Outcome;
import ensemble.skill.household.HubPresence;
import ensemble.skill.voice.speech.Line;
import java.time.Duration;
import java.time.Instant;

/** Why not, in words. Pure. */
final class Refusals {
    private Refusals() {}

    /** @param where what it was about, as people call it */
    static String words(Turn turn, Outcome.Cannot cannot, String where, Instant now) {
        return switch (cannot.kind()) {
            case HUB_OFFLINE -> offline(turn, cannot.house().presence(), now);
            case NO_SUCH_GROUP -> turn.say(Line.GROUP_GONE);
            case NO_SUCH_SPEAKER -> turn.say(Line.SPEAKER_GONE);
            case NO_SUCH_SCENE -> turn.say(Line.SCENE_GONE);
            case SPEAKERS_AWAY -> turn.say(Line.SPEAKERS_AWAY, where);
            case NO_SOUND -> turn.say(Line.NO_SOUND);
            case EXPIRED -> turn.say(Line.EXPIRED);
            case UNKNOWN_SPEAKER -> turn.say(Line.UNKNOWN_SPEAKER);
            case SHARED_OUTPUT -> turn.say(Line.SHARED_OUTPUT, where);
            case NOT_ANSWERED -> turn.say(Line.NOT_ANSWERED);
            case NOT_SUPPORTED -> turn.say(Line.CANNOT_THAT);
            case MEASURING -> turn.say(Line.ACT_BUSY);
            case NOT_THERE -> turn.say(Line.ACT_AWAY, where);
            case ACT_FAILED -> turn.say(Line.ACT_FAILED);
            case BUSY -> turn.say(Line.BUSY);
            case TROUBLE -> turn.say(Line.TROUBLE);
        };
    }

    /** Whether the Echo or the box is what cannot do it. */
    static boolean isUnsupported(Outcome.Cannot cannot) {
        return cannot.kind() == CannotKind.NOT_SUPPORTED;
    }

    /** Of a box that is away, when a command was to change something. */
    static String offline(Turn turn, HubPresence hub, Instant now) {
        return switch (hub) {
            case HubPresence.Offline away -> turn.say(Line.BOX_OFFLINE_FOR, since(turn, away, now));
            case HubPresence.NeverSeen never -> turn.say(Line.BOX_NEVER_ONLINE);
            case HubPresence.Online online -> turn.say(Line.BOX_OFFLINE);
        };
    }

    /** Of a box that is away, when something was asked. */
    static String unknown(Turn turn, HubPresence hub, Instant now) {
        return hub instanceof HubPresence.Offline away
                ? turn.say(Line.BOX_SILENT_SINCE, since(turn, away, now))
                : turn.say(Line.BOX_SILENT);
    }

    private static String since(Turn turn, HubPresence.Offline away, Instant now) {
        return turn.phrases().words().length(Duration.between(away.since(), now));
    }
}
