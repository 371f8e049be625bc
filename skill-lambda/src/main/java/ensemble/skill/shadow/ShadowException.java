package ensemble.skill.shadow;

/** A shadow could not be read or written, or holds what the contract does not allow. */
public final class ShadowException extends Exception {
    private static final long serialVersionUID = 1;

    public ShadowException(String message, Throwable cause) {
        super(message, cause);
    }

    public ShadowException(String message) {
        super(message);
    }
}
