package ensemble.house.bench;

/** What a switch did to a continuous tone: how long it was away, and the largest jump from one sample to the next. */
record ToneCheck(double gapMillis, float largestStep) {
    private static final float SILENT = 1e-4f;

    /** A steady tone crosses zero; less than this many silent samples in a row are no gap. */
    private static final int CROSSING_FRAMES = 3;

    static ToneCheck of(float[] samples, int from, int until) {
        int longest = 0;
        int run = 0;
        float step = 0;
        for (int frame = from; frame < until; frame++) {
            run = Math.abs(samples[frame]) < SILENT ? run + 1 : 0;
            longest = Math.max(longest, run);
            step = Math.max(step, Math.abs(samples[frame] - samples[frame - 1]));
        }
        return new ToneCheck(longest <= CROSSING_FRAMES ? 0 : longest / 48.0, step);
    }
}
