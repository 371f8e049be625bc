package ensemble.skill.link;

import ensemble.contract.id.GroupId;
import ensemble.contract.id.OutputId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.GroupConfig;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.Limits;
import ensemble.contract.state.Member;
import ensemble.contract.state.SpeakerConfig;
import ensemble.contract.value.Name;
import ensemble.contract.value.Role;
import ensemble.contract.value.SyncTier;
import ensemble.skill.household.Habits;
import ensemble.skill.household.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The house of somebody who has just linked a box: a speaker for each thing that it feeds, a group of all, and each speaker a device of
 * Alexa's own, because nobody has made a group yet. Pure.
 */
public final class FirstHouse {
    private FirstHouse() {}

    /**
     * @param n the number of its config; above every one that the box has seen
     * @param outputs as the box tells them; those beyond the most that a house has are left out
     * @param allCalled what the group of all is called
     */
    public static HouseConfig of(long n, List<OutputId> outputs, String allCalled) {
        List<SpeakerConfig> speakers = outputs.stream()
                .distinct()
                .limit(Limits.MOST_SPEAKERS)
                .map(output -> new SpeakerConfig(new SpeakerId(output.value()), named(output), output))
                .toList();
        SortedMap<SpeakerId, Member> all = new TreeMap<>();
        speakers.forEach(speaker -> all.put(speaker.id(), Member.plain(Role.STEREO)));
        return new HouseConfig(
                n,
                speakers,
                all.size() < 2
                        ? List.of()
                        : List.of(new GroupConfig(new GroupId("all"), new Name(allCalled), all, SyncTier.TIGHT)));
    }

    public static Habits habits(String locale) {
        return Habits.NONE.with(Settings.USUAL.exposing(true).speaking(locale));
    }

    /** {@code kitchen-shelf} is Kitchen Shelf until somebody calls it otherwise. */
    private static Name named(OutputId output) {
        return new Name(Arrays.stream(output.value().split("-+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining(" ")));
    }
}
