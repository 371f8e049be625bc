package ensemble.house.alexa;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** What a phrase can want of a device, and the directive it becomes. */
enum DeviceAct {
    TURN_ON("Alexa.PowerController", "TurnOn"),
    TURN_OFF("Alexa.PowerController", "TurnOff"),
    ALL_ON("Alexa.PowerController", "TurnOn"),
    ALL_OFF("Alexa.PowerController", "TurnOff"),
    ACTIVATE("Alexa.SceneController", "Activate"),
    DEACTIVATE("Alexa.SceneController", "Deactivate"),
    SET_VOLUME("Alexa.Speaker", "SetVolume"),
    LOUDER("Alexa.Speaker", "AdjustVolume"),
    QUIETER("Alexa.Speaker", "AdjustVolume"),
    MUTE("Alexa.Speaker", "SetMute"),
    UNMUTE("Alexa.Speaker", "SetMute"),
    PLAY("Alexa.PlaybackController", "Play"),
    PAUSE("Alexa.PlaybackController", "Pause"),
    STOP("Alexa.PlaybackController", "Stop"),
    NEXT("Alexa.PlaybackController", "Next"),
    PREVIOUS("Alexa.PlaybackController", "Previous"),
    SET_MODE("Alexa.ModeController", "SetMode"),
    /** The value of a mode or a range, as the device's state tells it. */
    ASK_VALUE("Alexa", "ReportState"),
    ASK_CONTACT("Alexa.ContactSensor", "ReportState"),
    ASK_POWER("Alexa.PowerController", "ReportState"),
    /** Nothing but the name of a scene: Alexa often runs it, and promises nothing. */
    NAMED("Alexa.SceneController", "Activate"),
    DISCOVER("Alexa.Discovery", "Discover");

    /** What Alexa takes where nobody says how much. */
    private static final int STEP = 10;

    private final String namespace;
    private final String directive;

    DeviceAct(String namespace, String directive) {
        this.namespace = namespace;
        this.directive = directive;
    }

    String namespace() {
        return namespace;
    }

    String directive() {
        return directive;
    }

    /** Whether it is about everything there is. */
    boolean isAboutAll() {
        return this == ALL_ON || this == ALL_OFF;
    }

    /** Whether it asks for a state and changes nothing. */
    boolean isQuestion() {
        return this == ASK_VALUE || this == ASK_CONTACT || this == ASK_POWER;
    }

    /**
     * What goes with the directive; empty if a number is missing that it needs.
     *
     * @param number what was said as a number, if it is one
     */
    Optional<ObjectNode> payload(Optional<Integer> number) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        return switch (this) {
            case SET_VOLUME -> number.map(volume -> payload.put("volume", volume));
            case LOUDER -> Optional.of(adjusted(payload, number, 1));
            case QUIETER -> Optional.of(adjusted(payload, number, -1));
            case MUTE -> Optional.of(payload.put("mute", true));
            case UNMUTE -> Optional.of(payload.put("mute", false));
            case TURN_ON, TURN_OFF, ALL_ON, ALL_OFF, ACTIVATE, DEACTIVATE, PLAY, PAUSE, STOP, NEXT, PREVIOUS ->
                Optional.of(payload);
            case SET_MODE, ASK_VALUE, ASK_CONTACT, ASK_POWER, NAMED, DISCOVER -> Optional.of(payload);
        };
    }

    private static ObjectNode adjusted(ObjectNode payload, Optional<Integer> number, int direction) {
        return payload.put("volume", direction * number.orElse(STEP)).put("volumeDefault", number.isEmpty());
    }
}
