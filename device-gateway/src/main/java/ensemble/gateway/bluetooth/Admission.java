package ensemble.gateway.bluetooth;

import java.util.Set;

/**
 * Who may pair with this box now.
 *
 * @param named these, whoever asks first
 * @param anyone whether every device may: the pairing window for an Echo whose address is not known yet
 * @param untilNanos when all of it ends, in elapsed nanoseconds, even if nobody closes it
 */
public record Admission(Set<Address> named, boolean anyone, long untilNanos) {
    /** Nobody. */
    public static final Admission NOBODY = new Admission(Set.of(), false, Long.MIN_VALUE);

    public Admission {
        named = Set.copyOf(named);
    }

    /** Whether that device may be let in. */
    public boolean admits(Address device, long nowNanos) {
        return nowNanos < untilNanos && (anyone || named.contains(device));
    }
}
