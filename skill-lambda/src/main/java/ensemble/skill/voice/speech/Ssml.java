package ensemble.skill.voice.speech;

/** Makes any text safe inside SSML: names are people's own, and hostile ones exist. */
public final class Ssml {
    private static final int MOST_CHARACTERS = 6_000;

    private Ssml() {}

    /** Escaped, without control characters, and short enough for Alexa. */
    public static String of(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints()
                .limit(MOST_CHARACTERS / 6)
                .filter(c -> !Character.isISOControl(c) && Character.isDefined(c) && !isLoneSurrogate(c))
                .forEach(c -> append(safe, c));
        return safe.toString();
    }

    private static void append(StringBuilder safe, int codePoint) {
        switch (codePoint) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            default -> safe.appendCodePoint(codePoint);
        }
    }

    private static boolean isLoneSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
