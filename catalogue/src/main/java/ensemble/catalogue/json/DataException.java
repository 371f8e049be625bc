package ensemble.catalogue.json;

/** A file that cannot be used; the message names file, line and fault in one line. */
public final class DataException extends Exception {
    private static final long serialVersionUID = 1;

    public DataException(String file, int line, String fault) {
        super(file + ":" + line + ": " + fault);
    }
}
