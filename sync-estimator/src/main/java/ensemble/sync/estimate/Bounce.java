package ensemble.sync.estimate;

/**
 * The reflection from a surface close to the microphone, such as the table that it lies on, which arrives too soon
 * to be cut off the direct sound.
 *
 * @param seconds after the direct sound
 * @param strength over the direct sound's; 0 = none
 */
record Bounce(double seconds, double strength) {
    static final Bounce NONE = new Bounce(0, 0);

    /** By how much it lifts a frequency, as a natural logarithm of the magnitude. */
    double ripple(double hertz) {
        return 0.5 * Math.log(1 + strength * strength + 2 * strength * Math.cos(2 * Math.PI * hertz * seconds));
    }
}
