package ensemble.house.http;

/** A request that cannot be answered as it is, with the sentence that tells its sender why. */
public final class HttpFault extends Exception {
    private final int status;

    /** @param status 400 to 599 */
    public HttpFault(int status, String sentence) {
        super(sentence);
        this.status = status;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }
}
