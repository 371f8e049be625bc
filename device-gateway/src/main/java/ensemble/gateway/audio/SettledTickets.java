package ensemble.gateway.audio;

/** When which ticket became true, in frames; a few are enough, as a later one says all that an earlier one says. */
final class SettledTickets {
    private static final int KEPT = 64;

    private final long[] tickets = new long[KEPT];
    private final long[] frames = new long[KEPT];
    private long added;
    private long passed;
    private long highest;

    void add(long ticket, long atFrame) {
        int slot = (int) (added % KEPT);
        tickets[slot] = ticket;
        frames[slot] = atFrame;
        added++;
        passed = Math.max(passed, added - KEPT);
    }

    long upTo(long frame) {
        while (passed < added && frames[(int) (passed % KEPT)] <= frame) {
            highest = Math.max(highest, tickets[(int) (passed % KEPT)]);
            passed++;
        }
        return highest;
    }
}
