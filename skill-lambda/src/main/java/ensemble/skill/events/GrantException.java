package ensemble.skill.events;

/** A grant could not be had. */
public final class GrantException extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean dead;

    /** @param dead whether Amazon said that this grant will never work again */
    public GrantException(String message, boolean dead) {
        super(message);
        this.dead = dead;
    }

    public GrantException(String message, Throwable cause) {
        super(message, cause);
        this.dead = false;
    }

    /** Whether the grant is to be forgotten; otherwise a later try may succeed. */
    public boolean isDead() {
        return dead;
    }
}
