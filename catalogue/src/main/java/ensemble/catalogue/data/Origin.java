package ensemble.catalogue.data;

/**
 * Where a fact is written.
 *
 * @param reference the id of a {@link Reference}
 * @param place where in it: a table's row, a section
 */
public record Origin(String reference, String place) {
    @Override
    public String toString() {
        return reference + ": " + place;
    }
}
