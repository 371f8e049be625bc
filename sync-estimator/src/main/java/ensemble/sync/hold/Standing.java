package ensemble.sync.hold;

/**
 * How one speaker stands.
 *
 * @param offset seconds by which it is believed to be heard later than the middle of all; positive = later
 * @param sigma k = 1; infinite before it was heard at all
 * @param heardAt the middle of the last window in which it was heard, on the player's clock; negative infinity = none
 */
public record Standing(double offset, double sigma, double heardAt) {
    static final Standing UNKNOWN = new Standing(0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
}
