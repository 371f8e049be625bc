package ensemble.contract.state;

import ensemble.contract.value.Role;

/**
 * A speaker's part in a group.
 *
 * @param role which part of the program it carries there
 * @param trimDb how much louder it plays there than the group, -12 to +12 in steps of half a decibel
 */
public record Member(Role role, double trimDb) {
    public static final double MOST_TRIM_DB = 12;

    /** @throws IllegalArgumentException outside the range or between the steps */
    public Member {
        if (!(Math.abs(trimDb) <= MOST_TRIM_DB) || Math.rint(trimDb * 2) != trimDb * 2) {
            throw new IllegalArgumentException("a trim is -12 to +12 dB in half steps, not " + trimDb);
        }
    }

    public static Member plain(Role role) {
        return new Member(role, 0);
    }
}
