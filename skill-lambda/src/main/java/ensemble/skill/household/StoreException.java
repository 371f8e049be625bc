package ensemble.skill.household;

/** The store could not be asked or did not answer in time. Nothing is known of the house; a later try may succeed. */
public final class StoreException extends Exception {
    private static final long serialVersionUID = 1;

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    public StoreException(String message) {
        super(message);
    }
}
