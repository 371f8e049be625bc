package ensemble.contract.shadow;

/** A shadow document that breaks the contract. The message names the field; the document's writer is at fault. */
public final class ShadowFormatException extends Exception {
    private static final long serialVersionUID = 1;

    public ShadowFormatException(String message) {
        super(message);
    }

    public ShadowFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
