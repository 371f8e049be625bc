package ensemble.contract.id;

/**
 * One gateway box; also the name of its thing at AWS IoT.
 *
 * @param value 1 to 20 of a-z, 0-9 and inner '-'
 */
public record HubId(String value) implements Comparable<HubId> {
    /** @throws IllegalArgumentException if the value breaks the rule */
    public HubId {
        Ids.checked("hub", value);
    }

    @Override
    public int compareTo(HubId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
