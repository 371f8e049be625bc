package ensemble.house.app;

/** The house cannot run; the message is for the person who started it. */
public final class HouseException extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean wrongUse;

    private HouseException(boolean wrongUse, String message) {
        super(message);
        this.wrongUse = wrongUse;
    }

    /** Something was asked for that cannot be had as asked: a busy port, a locked folder. */
    static HouseException wrongUse(String message) {
        return new HouseException(true, message);
    }

    /** The machine refuses. */
    public static HouseException cannot(String message) {
        return new HouseException(false, message);
    }

    public boolean isWrongUse() {
        return wrongUse;
    }
}
