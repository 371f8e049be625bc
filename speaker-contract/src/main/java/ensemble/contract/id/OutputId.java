package ensemble.contract.id;

/**
 * One thing that a hub can feed; it may feed several speakers at once.
 *
 * @param value 1 to 20 of a-z, 0-9 and inner '-'
 */
public record OutputId(String value) implements Comparable<OutputId> {
    /** @throws IllegalArgumentException if the value breaks the rule */
    public OutputId {
        Ids.checked("output", value);
    }

    @Override
    public int compareTo(OutputId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
