package ensemble.gateway.command;

/** What became of a command. */
public sealed interface Verdict {
    /** It was taken in, and kept where it must be; what follows is shown as it happens. */
    record Taken() implements Verdict {}

    /** It was not, and never will be. */
    record Refused(String sentence) implements Verdict {}

    Verdict TAKEN = new Taken();
}
