package ensemble.skill.smarthome.capability;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.id.GroupId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.GroupConfig;
import ensemble.contract.state.SpeakerConfig;
import ensemble.skill.household.Household;
import ensemble.skill.household.Scene;
import ensemble.skill.smarthome.EndpointRef;
import ensemble.skill.smarthome.Endpoints;
import ensemble.skill.smarthome.property.Availability;
import java.util.Locale;

/** An endpoint as discovery describes it. Pure. */
public final class Description {
    private static final String MAKER = "Ensemble";

    private Description() {}

    /** @throws IllegalArgumentException if the house has no such thing */
    public static ObjectNode of(Household house, EndpointRef endpoint) {
        String locale = house.habits().settings().locale();
        return switch (endpoint) {
            case EndpointRef.Group group -> {
                String name = nameOf(group(house, group.id()));
                Builder all = described(house, endpoint, name, "SPEAKER", "Speaker group");
                player(all, locale);
                sync(all, locale);
                yield healthy(all);
            }
            case EndpointRef.Sync sync -> {
                String name = Word.SYNC_OF.in(locale, nameOf(group(house, sync.id())));
                Builder all = described(house, endpoint, name, "CONTACT_SENSOR", "Sync sensor");
                all.can(ContactSensor.announced());
                sync(all, locale);
                yield healthy(all);
            }
            case EndpointRef.LineUp up -> {
                String name = Word.LINE_UP.in(locale, nameOf(group(house, up.id())));
                yield scene(described(house, endpoint, name, "ACTIVITY_TRIGGER", "Line up"), false);
            }
            case EndpointRef.Hub hub -> {
                Builder all = described(house, endpoint, Word.BOX.in(locale), "OTHER", "Speaker box");
                all.can(ModeController.output(house));
                yield healthy(all);
            }
            case EndpointRef.Saved saved -> {
                Scene scene = house.habits().scene(saved.id()).orElseThrow(Description::unknown);
                String name = FriendlyName.of(scene.name(), scene.id().value());
                yield scene(described(house, endpoint, name, "SCENE_TRIGGER", "Scene"), true);
            }
            case EndpointRef.Single one -> {
                String plain = nameOf(speaker(house, one.id()));
                boolean isGroupToo = house.config().groups().stream()
                        .anyMatch(group -> nameOf(group).equalsIgnoreCase(plain));
                String name = isGroupToo ? Word.SPEAKER.in(locale, plain) : plain;
                Builder all = described(house, endpoint, name, "SPEAKER", "Speaker");
                player(all, locale);
                yield healthy(all);
            }
            case EndpointRef.Link link -> {
                String name = Word.LINK_OF.in(locale, nameOf(speaker(house, link.id())));
                Builder all = described(house, endpoint, name, "CONTACT_SENSOR", "Connection sensor");
                all.can(ContactSensor.announced());
                yield healthy(all);
            }
            case EndpointRef.Identify one -> {
                String name = Word.IDENTIFY.in(locale, nameOf(speaker(house, one.id())));
                yield scene(described(house, endpoint, name, "ACTIVITY_TRIGGER", "Identify"), false);
            }
        };
    }

    private static void player(Builder all, String locale) {
        all.can(PowerController.announced());
        all.can(PlaybackController.announced());
        all.can(PlaybackStateReporter.announced());
        if (Availability.has("Alexa.Speaker", locale)) {
            all.can(Speaker.announced());
        }
    }

    private static void sync(Builder all, String locale) {
        all.can(ModeController.sync(locale));
        all.can(RangeController.announced(locale));
    }

    private static ObjectNode scene(Builder all, boolean ends) {
        all.can(SceneController.announced(ends));
        return healthy(all);
    }

    private static ObjectNode healthy(Builder all) {
        all.can(EndpointHealth.announced());
        return all.endpoint();
    }

    private record Builder(ObjectNode endpoint, ArrayNode capabilities) {
        void can(ObjectNode capability) {
            capabilities.add(capability);
        }
    }

    private static Builder described(
            Household house, EndpointRef endpoint, String name, String category, String model) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("endpointId", Endpoints.idOf(house.user(), endpoint))
                .put("manufacturerName", MAKER)
                .put("friendlyName", name)
                .put(
                        "description",
                        "Ensemble " + model.toLowerCase(Locale.ROOT) + ", connected by speaker box " + house.hub());
        node.putArray("displayCategories").add(category);
        node.putObject("additionalAttributes")
                .put("manufacturer", MAKER)
                .put("model", model)
                .put("customIdentifier", house.hub().value());
        ArrayNode capabilities = node.putArray("capabilities");
        capabilities.add(Capability.of("Alexa"));
        return new Builder(node, capabilities);
    }

    private static GroupConfig group(Household house, GroupId id) {
        return house.config().group(id).orElseThrow(Description::unknown);
    }

    private static SpeakerConfig speaker(Household house, SpeakerId id) {
        return house.config().speaker(id).orElseThrow(Description::unknown);
    }

    private static String nameOf(GroupConfig group) {
        return FriendlyName.of(group.name(), group.id().value());
    }

    private static String nameOf(SpeakerConfig speaker) {
        return FriendlyName.of(speaker.name(), speaker.id().value());
    }

    private static IllegalArgumentException unknown() {
        return new IllegalArgumentException("the house has no such thing");
    }
}
