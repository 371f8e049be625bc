package ensemble.gateway.audio;

/** A way from one value to another along half a cosine; no step anywhere. */
final class Fade {
    private final float[] curve;
    private float from;
    private float to;
    private int at;

    /** Stands still on a value. */
    Fade(int frames, float value) {
        curve = new float[frames + 1];
        for (int frame = 0; frame <= frames; frame++) {
            curve[frame] = (float) (0.5 - 0.5 * Math.cos(Math.PI * frame / frames));
        }
        jump(value);
    }

    void jump(float value) {
        from = value;
        to = value;
        at = curve.length - 1;
    }

    /** Leaves for a new value from wherever it is. */
    void head(float value) {
        if (value != to) {
            from = value();
            to = value;
            at = 0;
        }
    }

    boolean moving() {
        return at < curve.length - 1;
    }

    /** The present value; exactly the goal once there. */
    float value() {
        return moving() ? from + (to - from) * curve[at] : to;
    }

    float goal() {
        return to;
    }

    /** The present value, then one frame on. */
    float next() {
        float value = value();
        if (moving()) {
            at++;
        }
        return value;
    }
}
