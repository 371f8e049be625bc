package ensemble.pulse;

/** The audio server cannot be had, or is gone; the message is one sentence for a person. A fault of the world. */
public final class PulseUnavailable extends Exception {
    private static final long serialVersionUID = 1;

    public PulseUnavailable(String sentence) {
        super(sentence);
    }

    PulseUnavailable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
