package ensemble.sync.estimate;

/** How far an offset may be off, k = 2: from how its visits scatter, and from how unlike the direct sounds are. */
final class Doubt {
    private static final double LEAST = 5;
    private static final double UNLIKE_MODELS = 12;
    private static final double RANGE_OVER_SIGMA = 1.7;

    private Doubt() {}

    /** Microseconds. */
    static double micros(Session session, int speaker) {
        double own = scatter(session, speaker);
        if (speaker == 0) {
            return 2 * own;
        }
        return 2 * Math.sqrt(own * own + UNLIKE_MODELS * UNLIKE_MODELS);
    }

    private static double scatter(Session session, int speaker) {
        double sigma = session.spread(speaker) * 1e6 / RANGE_OVER_SIGMA;
        return Math.max(LEAST, sigma / Math.sqrt(session.kept(speaker)));
    }
}
