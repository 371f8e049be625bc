package ensemble.catalogue.name;

/** How alike two texts are: edits, neighbours swapped counting once, against the longer's length. Pure. */
final class Distance {
    private Distance() {}

    /**
     * 1 = equal, 0 = nothing in common.
     *
     * @param least anything that cannot reach this much is 0, without being counted out
     */
    static double likeness(String a, String b, double least) {
        int longer = Math.max(a.length(), b.length());
        if (a.equals(b)) {
            return 1;
        }
        if (Math.min(a.length(), b.length()) < least * longer) {
            return 0;
        }
        double likeness = 1 - (double) edits(a, b) / longer;
        return likeness < least ? 0 : likeness;
    }

    /** Insertions, deletions, changes and swaps of neighbours that lead from one to the other. */
    static int edits(String a, String b) {
        int[] older = new int[b.length() + 1];
        int[] old = new int[b.length() + 1];
        int[] now = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            old[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int best = Math.min(Math.min(old[j], now[j - 1]) + 1, old[j - 1] + same);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    best = Math.min(best, older[j - 2] + 1);
                }
                now[j] = best;
            }
            int[] spare = older;
            older = old;
            old = now;
            now = spare;
        }
        return old[b.length()];
    }
}
