package ensemble.skill.events;

/** The event gateway or the token endpoint is busy or away; the same message may be taken later. */
public final class UndeliveredException extends Exception {
    private static final long serialVersionUID = 1;

    public UndeliveredException(String message) {
        super(message);
    }
}
