package ensemble.sync.stereo;

import java.util.Locale;

/** What else a take of the test file shows. Swapped sides cannot be one: they only turn the offset's sign round. */
public enum Finding {
    MONO_COLLAPSE("Left and right are mixed to mono on their way: every sound comes from both sides alike."),
    SILENT_LEFT("The left speaker was not heard."),
    SILENT_RIGHT("The right speaker was not heard."),
    POLARITY("One speaker's polarity is reversed: bass cancels between them; swap its two wires."),
    COMB_NULL("Sounds common to both sides cancel where you listen, first at one frequency, then at more above it.");

    private final String sentence;

    Finding(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }

    /** As it is spelt in JSON, for example {@code silent-left}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
