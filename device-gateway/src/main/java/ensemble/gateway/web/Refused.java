package ensemble.gateway.web;

/** A request that is answered with an error: a status and a sentence for people. */
public final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;

    /** @param status HTTP's number for it, 400 to 599 */
    public Refused(int status, String sentence) {
        super(sentence);
        this.status = status;
    }

    Answer.Whole answer() {
        return Answer.error(status, String.valueOf(getMessage()));
    }
}
