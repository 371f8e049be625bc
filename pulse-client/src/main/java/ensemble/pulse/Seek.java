package ensemble.pulse;

/** From where a write's offset counts. */
public enum Seek {
    /** After what was written last. */
    RELATIVE(0),
    /** From the stream's first frame. */
    ABSOLUTE(1),
    /** From what the server plays next. */
    ON_READ(2);

    final int code;

    Seek(int code) {
        this.code = code;
    }
}
