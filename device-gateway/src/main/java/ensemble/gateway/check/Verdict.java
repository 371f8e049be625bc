package ensemble.gateway.check;

/**
 * One line of the check.
 *
 * @param about what was looked at, a few words
 * @param found what was found, a clause
 * @param remedy what to do, a sentence; empty when nothing needs doing
 */
public record Verdict(Grade grade, String about, String found, String remedy) {
    public enum Grade {
        OK,
        /** It works, but less well than it could, or something should be known about it. */
        NOTE,
        WRONG,
        /** It could not be found out. */
        UNKNOWN
    }

    static Verdict ok(String about, String found) {
        return new Verdict(Grade.OK, about, found, "");
    }

    static Verdict note(String about, String found, String remedy) {
        return new Verdict(Grade.NOTE, about, found, remedy);
    }

    static Verdict wrong(String about, String found, String remedy) {
        return new Verdict(Grade.WRONG, about, found, remedy);
    }

    static Verdict unknown(String about, String found, String remedy) {
        return new Verdict(Grade.UNKNOWN, about, found, remedy);
    }

    /** As it is printed: a grade of fixed width, then the rest. */
    public String line() {
        String first = "%-8s %s: %s".formatted(grade.name().toLowerCase(java.util.Locale.ROOT), about, found);
        return remedy.isEmpty() ? first : first + "\n           " + remedy;
    }
}
