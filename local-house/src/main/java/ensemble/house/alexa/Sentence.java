package ensemble.house.alexa;

import java.util.Locale;

/** What was said, as recognition would hand it on: lower case, no punctuation, no wake word. */
record Sentence(String words) {
    static Sentence heard(String text) {
        String plain = text.toLowerCase(Locale.ROOT)
                .replace('\u2019', '\'')
                .replaceAll("[\\p{Punct}¿¡«»„“”…&&[^'.-]]|[.](?=\\s|$)", " ")
                .replaceAll("\\s+", " ")
                .strip();
        return new Sentence(plain.replaceFirst("^(alexa|echo|computer|ziggy)\\b\\s*", ""));
    }
}
