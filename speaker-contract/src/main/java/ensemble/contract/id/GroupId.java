package ensemble.contract.id;

/**
 * A named set of speakers.
 *
 * @param value 1 to 20 of a-z, 0-9 and inner '-'
 */
public record GroupId(String value) implements Comparable<GroupId> {
    /** @throws IllegalArgumentException if the value breaks the rule */
    public GroupId {
        Ids.checked("group", value);
    }

    @Override
    public int compareTo(GroupId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
