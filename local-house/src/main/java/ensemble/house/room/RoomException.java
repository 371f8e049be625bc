package ensemble.house.room;

/** Something the room cannot do, told in one sentence fit for a person. */
public final class RoomException extends Exception {
    private static final long serialVersionUID = 1;

    /** Whose fault it is. */
    public enum Cause {
        /** What was asked makes no sense here: an unknown speaker, a number out of range, an unreadable file. */
        WRONG_REQUEST,
        /** It made sense and failed: a full disk, an audio server that is gone. */
        CANNOT
    }

    private final Cause kind;

    private RoomException(Cause kind, String sentence) {
        super(sentence);
        this.kind = kind;
    }

    public static RoomException wrongRequest(String sentence) {
        return new RoomException(Cause.WRONG_REQUEST, sentence);
    }

    public static RoomException cannot(String sentence) {
        return new RoomException(Cause.CANNOT, sentence);
    }

    public Cause kind() {
        return kind;
    }
}
