package ensemble.skill.household;

import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.SpeakerWish;
import ensemble.contract.value.Name;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A saved routing with volumes.
 *
 * @param speakers every speaker of the house at the time, playing or not
 */
public record Scene(SceneId id, Name name, SortedMap<SpeakerId, SpeakerWish> speakers) {
    /** What a command reads of a house is to stay within one cheap reading. */
    public static final int MOST = 16;

    public Scene {
        speakers = Collections.unmodifiableSortedMap(new TreeMap<>(speakers));
    }

    public Scene named(Name newName) {
        return new Scene(id, newName, speakers);
    }
}
