package ensemble.skill.smarthome.capability;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.state.SyncStatus;
import ensemble.skill.household.Household;
import ensemble.skill.smarthome.property.OutputModes;
import ensemble.skill.smarthome.property.SyncModes;
import java.util.List;

/** {@code Group.Sync}, to be read, and {@code Hub.Output}, to be set. */
final class ModeController {
    private static final String NAME = "Alexa.ModeController";

    private ModeController() {}

    static ObjectNode sync(String locale) {
        ObjectNode capability = Capability.instance(NAME, SyncModes.INSTANCE, Word.SYNC_STATUS.labels(locale), "mode");
        Capability.readOnly(capability);
        ArrayNode modes = modes(capability);
        for (SyncStatus status : SyncModes.all()) {
            add(modes, SyncModes.valueOf(status), word(status).labels(locale));
        }
        return capability;
    }

    static ObjectNode output(Household house) {
        String locale = house.habits().settings().locale();
        ObjectNode capability = Capability.instance(NAME, OutputModes.INSTANCE, Word.OUTPUT.labels(locale), "mode");
        ArrayNode modes = modes(capability);
        house.config()
                .groups()
                .forEach(group -> add(
                        modes,
                        OutputModes.of(group.id()),
                        Word.given(FriendlyName.of(group.name(), group.id().value()), locale)));
        add(modes, OutputModes.EVERYWHERE, Word.EVERYWHERE.labels(locale));
        add(modes, OutputModes.NOTHING, Word.NOTHING.labels(locale));
        add(modes, OutputModes.MIX, Word.MIX.labels(locale));
        return capability;
    }

    private static ArrayNode modes(ObjectNode capability) {
        return capability.putObject("configuration").put("ordered", false).putArray("supportedModes");
    }

    private static void add(ArrayNode modes, String value, List<Label> names) {
        Capability.named(modes.addObject().put("value", value).putObject("modeResources"), names);
    }

    private static Word word(SyncStatus status) {
        return switch (status) {
            case IN_SYNC -> Word.IN_SYNC;
            case DRIFTING -> Word.DRIFTING;
            case OUT_OF_SYNC -> Word.OUT_OF_SYNC;
            case ALIGNING -> Word.ALIGNING;
            case UNKNOWN -> Word.UNKNOWN;
        };
    }
}
