package ensemble.skill.editing;

import ensemble.contract.id.GroupId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.value.Name;
import ensemble.contract.value.SyncTier;
import ensemble.skill.household.SceneId;
import ensemble.skill.household.Settings;
import java.util.Set;
import java.util.TreeSet;

/** A change of the house. Said twice, it means the same. */
public sealed interface Edit {
    /** @param speakers at least one */
    record CreateGroup(Name name, Set<SpeakerId> speakers) implements Edit {
        public CreateGroup {
            speakers = java.util.Collections.unmodifiableSet(new TreeSet<>(speakers));
        }
    }

    record RenameGroup(GroupId group, Name name) implements Edit {}

    /** Its speakers stay, and go on playing if they do. */
    record DeleteGroup(GroupId group) implements Edit {}

    record AddSpeakers(GroupId group, Set<SpeakerId> speakers) implements Edit {
        public AddSpeakers {
            speakers = java.util.Collections.unmodifiableSet(new TreeSet<>(speakers));
        }
    }

    record RemoveSpeakers(GroupId group, Set<SpeakerId> speakers) implements Edit {
        public RemoveSpeakers {
            speakers = java.util.Collections.unmodifiableSet(new TreeSet<>(speakers));
        }
    }

    /** How close together the group is to play. */
    record AimAt(GroupId group, SyncTier target) implements Edit {}

    record RenameSpeaker(SpeakerId speaker, Name name) implements Edit {}

    /** The speaker leaves the house, its groups and scenes; a group of it alone goes too. */
    record ForgetSpeaker(SpeakerId speaker) implements Edit {}

    /** What is wished now, under a name; a scene of that name is replaced. */
    record SaveScene(Name name) implements Edit {}

    record DeleteScene(SceneId scene) implements Edit {}

    record Change(Settings settings) implements Edit {}
}
