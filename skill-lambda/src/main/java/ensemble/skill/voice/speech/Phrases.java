package ensemble.skill.voice.speech;

import ensemble.contract.state.GroupSync;
import ensemble.contract.value.Name;
import ensemble.contract.value.SyncTier;
import ensemble.skill.command.CannotKind;
import ensemble.skill.household.HubPresence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every sentence of one locale, as plain text. A sentence that asks ends with a question mark, and only such a one. */
public interface Phrases {
    String welcome();

    String whichGroupAgain();

    String help();

    String goodbye();

    String lost();

    String lostForGood();

    String linkFirst();

    String linkAgain();

    String noHouse();

    String trouble();

    String whichGroup(List<Name> groups);

    /** @param heard what the person said, shortened */
    String noSuchGroup(String heard, List<Name> groups);

    /** @param missing speakers that are away */
    String playingOn(String where, List<Name> missing);

    String onItsWayTo(String where);

    /** @param hub for how long it has been away, where that is the reason */
    String cannot(CannotKind kind, String where, HubPresence hub, Instant now);

    /** The true status with its number, its age and its doubt. */
    String sync(Name group, GroupSync sync, SyncTier target, Instant now);

    /** What to call all speakers at once. */
    String everywhere();

    /** The words for all speakers at once, as people say them. */
    Set<String> everywhereWords();

    /** Words that people put around a group's name. */
    Set<String> fillerWords();

    /** The locale's sentences; English where we do not speak it. */
    static Phrases of(Optional<String> locale) {
        // One language so far: the switch over languages starts here with the second one.
        return EnglishPhrases.INSTANCE;
    }
}
