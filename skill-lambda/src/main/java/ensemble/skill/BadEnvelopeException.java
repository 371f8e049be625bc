package ensemble.skill;

/** The input is no envelope of Alexa's: not JSON, or neither a directive nor a request. The sender is at fault. */
public final class BadEnvelopeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BadEnvelopeException(String message) {
        super(message);
    }

    public BadEnvelopeException(String message, Throwable cause) {
        super(message, cause);
    }
}
