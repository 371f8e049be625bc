package ensemble.catalogue.advise;

/**
 * One link of the chain that leads to a method's place.
 *
 * @param holds true = speaks for the method, false = speaks against it
 * @param source where it is from; empty for what the person said
 */
public record Reason(boolean holds, String says, String source) {}
