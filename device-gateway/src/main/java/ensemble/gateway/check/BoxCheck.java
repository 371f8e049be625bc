package ensemble.gateway.check;

import java.io.PrintWriter;
import java.util.List;

/** The check as a command: gathers, judges, prints. */
public final class BoxCheck {
    private BoxCheck() {}

    /** Looks at this machine. */
    public static List<Verdict> run() {
        return Checks.of(new Gathering(new RealMachine()).facts());
    }

    /** How many of them say that something is wrong. */
    public static long wrong(List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(verdict -> verdict.grade() == Verdict.Grade.WRONG)
                .count();
    }

    /** Prints one entry for each verdict, and the sum. */
    public static void print(List<Verdict> verdicts, PrintWriter out) {
        verdicts.forEach(verdict -> out.println(verdict.line()));
        long wrong = wrong(verdicts);
        out.println(wrong == 0 ? "Nothing is wrong with this box." : wrong + " to mend.");
        out.flush();
    }
}
