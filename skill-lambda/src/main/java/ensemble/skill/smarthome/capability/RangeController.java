package ensemble.skill.smarthome.capability;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.skill.smarthome.property.SyncOffset;

/** {@code Group.SyncOffset}, in microseconds; Alexa has no unit for them. */
final class RangeController {
    private RangeController() {}

    static ObjectNode announced(String locale) {
        ObjectNode capability = Capability.instance(
                "Alexa.RangeController", SyncOffset.INSTANCE, Word.SYNC_OFFSET.labels(locale), "rangeValue");
        Capability.readOnly(capability);
        capability
                .putObject("configuration")
                .putObject("supportedRange")
                .put("minimumValue", 0)
                .put("maximumValue", SyncOffset.MOST_MICROS)
                .put("precision", 1);
        return capability;
    }
}
