package ensemble.skill.household.dynamo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.SpeakerConfig;
import ensemble.contract.state.SpeakerWish;
import ensemble.contract.value.Name;
import ensemble.contract.value.Role;
import ensemble.contract.value.Volume;
import ensemble.skill.household.Habits;
import ensemble.skill.household.Scene;
import ensemble.skill.household.SceneId;
import ensemble.skill.household.Settings;
import ensemble.skill.household.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Scenes and settings as text: {@code {moves, single, locale, scenes [[id name speakers]]}}. Sixteen scenes of sixteen speakers fit into 3
 * KB because a speaker is four characters, in the order of the house's speakers: {@code +} on, {@code -} off, {@code m} on and
 * muted, {@code x} off and muted; two hexadecimal digits of volume; the role's letter. {@code ....} = not in the scene.
 */
final class HabitsText {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WIDTH = 4;
    private static final String NOT_IN_IT = ".".repeat(WIDTH);
    private static final String STATES = "+-mx";

    private HabitsText() {}

    static String of(Habits habits, HouseConfig config) {
        ObjectNode node = JSON.createObjectNode()
                .put("moves", habits.settings().turnOnMoves())
                .put("single", habits.settings().speakersExposed())
                .put("locale", habits.settings().locale());
        ArrayNode scenes = node.putArray("scenes");
        for (Scene scene : habits.scenes()) {
            StringBuilder packed = new StringBuilder();
            for (SpeakerConfig speaker : config.speakers()) {
                SpeakerWish wish = scene.speakers().get(speaker.id());
                packed.append(wish == null ? NOT_IN_IT : spelt(wish));
            }
            scenes.addArray().add(scene.id().value()).add(scene.name().text()).add(packed.toString());
        }
        return node.toString();
    }

    static Habits read(String text, HouseConfig config) throws StoreException {
        try {
            JsonNode node = JSON.readTree(text);
            List<Scene> scenes = new ArrayList<>();
            for (JsonNode row : node.path("scenes")) {
                scenes.add(new Scene(
                        new SceneId(row.path(0).asText()),
                        new Name(row.path(1).asText()),
                        speakers(row.path(2).asText(), config)));
            }
            return new Habits(
                    scenes,
                    new Settings(
                            node.path("moves").booleanValue(),
                            node.path("single").booleanValue(),
                            node.path("locale").asText(Settings.USUAL.locale())));
        } catch (JsonProcessingException | IllegalArgumentException broken) {
            throw new StoreException("a house's scenes or settings cannot be read", broken);
        }
    }

    private static SortedMap<SpeakerId, SpeakerWish> speakers(String packed, HouseConfig config) {
        SortedMap<SpeakerId, SpeakerWish> speakers = new TreeMap<>();
        for (int i = 0; i < config.speakers().size() && (i + 1) * WIDTH <= packed.length(); i++) {
            String one = packed.substring(i * WIDTH, (i + 1) * WIDTH);
            if (!one.equals(NOT_IN_IT)) {
                speakers.put(config.speakers().get(i).id(), wish(one));
            }
        }
        return speakers;
    }

    private static String spelt(SpeakerWish wish) {
        int state = (wish.on() ? 0 : 1) + (wish.muted() ? 2 : 0);
        return "%c%02x%s"
                .formatted(
                        STATES.charAt(state),
                        wish.volume().points(),
                        wish.role().letter());
    }

    private static SpeakerWish wish(String one) {
        int state = STATES.indexOf(one.charAt(0));
        Volume volume = new Volume(Integer.parseInt(one.substring(1, 3), 16));
        return new SpeakerWish(state % 2 == 0, volume, state >= 2, Role.ofLetter(one.substring(3)));
    }
}
