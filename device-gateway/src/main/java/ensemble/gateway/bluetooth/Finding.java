package ensemble.gateway.bluetooth;

/**
 * Something that a person should know.
 *
 * @param subject what it is about: an output's id, an adapter's name, "echo" or "bluetooth"
 * @param sentence what is wrong, whole, without its end mark
 * @param remedy what to do about it, a sentence
 */
public record Finding(Kind kind, String subject, String sentence, String remedy) {
    public enum Kind {
        SERVICE_AWAY,
        RADIO_OFF,
        NO_RADIO,
        KNOWN_BAD_VERSION,
        REFUSED_NO_ROOM,
        MOVE_PROPOSED,
        RAISED_ABOVE_DEFAULT,
        NOT_PAIRED,
        GIVEN_UP,
        ISOLATED,
        CONNECTED_BUT_SILENT,
        NO_SINK,
        AUTO_STANDBY,
        LOW_BATTERY,
        SECOND_HALF,
        CODECS_DIFFER,
        NO_ECHO,
        WRONG_ECHO,
        ECHO_SILENT
    }

    @Override
    public String toString() {
        return sentence + ". " + remedy;
    }
}
