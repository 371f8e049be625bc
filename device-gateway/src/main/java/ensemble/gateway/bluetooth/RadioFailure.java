package ensemble.gateway.bluetooth;

/**
 * Why something could not be done.
 *
 * @param detail BlueZ's own words, for the log
 */
public record RadioFailure(Kind kind, String detail) {
    /** What follows from it is decided by this alone. */
    public enum Kind {
        /** It did not answer: off, asleep or out of range. */
        NOT_ANSWERING("it does not answer: off, asleep or out of range"),
        /** It answered, and refused or hung up. */
        REFUSED_BY_DEVICE("it refuses the link; it may be connected to something else"),
        /** The key of the pairing is gone on one side. */
        NOT_PAIRED("the pairing is gone; pair it again"),
        /** No audio server has offered BlueZ an end for the sound. */
        NO_AUDIO_SERVER("BlueZ has no audio server for it; see `check`"),
        /** BlueZ or the device is in the middle of something. */
        BUSY("the radio is busy"),
        /** The radio is switched off or gone. */
        RADIO_OFF("the radio is off or gone"),
        /** BlueZ does not know the device, or the device lacks what was asked for. */
        UNKNOWN_DEVICE("it is not known to this radio"),
        /** It cannot do that. */
        NOT_SUPPORTED("it cannot do that"),
        /** This process may not ask for that. */
        NOT_PERMITTED("this service may not ask for that; see `check`"),
        /** No answer from BlueZ within the time given to it. */
        TIMED_OUT("BlueZ did not answer in time"),
        /** BlueZ itself is away. */
        SERVICE_AWAY("the Bluetooth service is not running"),
        /** Anything else. */
        OTHER("it failed");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }

        /** What a person is told, to follow "Kitchen: ". */
        public String sentence() {
            return sentence;
        }

        /** Whether the device itself is to blame, so that its count of failures grows. */
        boolean ofDevice() {
            return switch (this) {
                case NOT_ANSWERING, REFUSED_BY_DEVICE, NOT_PAIRED, UNKNOWN_DEVICE, NOT_SUPPORTED, TIMED_OUT, OTHER ->
                    true;
                case NO_AUDIO_SERVER, BUSY, RADIO_OFF, NOT_PERMITTED, SERVICE_AWAY -> false;
            };
        }
    }
}
