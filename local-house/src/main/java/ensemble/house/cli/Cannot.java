package ensemble.house.cli;

/** A command that could not do what it was asked; the message is for the person who asked. */
final class Cannot extends Exception {
    private static final long serialVersionUID = 1;

    private final int exitStatus;

    Cannot(int exitStatus, String message) {
        super(message);
        this.exitStatus = exitStatus;
    }

    int exitStatus() {
        return exitStatus;
    }
}
