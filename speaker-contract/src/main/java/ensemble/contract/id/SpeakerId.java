package ensemble.contract.id;

/**
 * A physical unit that makes sound.
 *
 * @param value 1 to 20 of a-z, 0-9 and inner '-'
 */
public record SpeakerId(String value) implements Comparable<SpeakerId> {
    /** @throws IllegalArgumentException if the value breaks the rule */
    public SpeakerId {
        Ids.checked("speaker", value);
    }

    @Override
    public int compareTo(SpeakerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
