package ensemble.gateway.sync.analysis;

/** The analysis ended without a verdict. The message says why, in a sentence. */
public final class AnalysisFault extends Exception {
    private static final long serialVersionUID = 1;

    AnalysisFault(String sentence) {
        super(sentence);
    }
}
