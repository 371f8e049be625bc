package ensemble.skill.voice.speech;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** The catalogue's sentences in other languages than its own, English. Read once, when first needed. Threads: any. */
public final class Translations {
    private static final Map<Language, Translations> READ = new EnumMap<>(Language.class);

    private final Properties file;

    private Translations(Properties file) {
        this.file = file;
    }

    public static Translations of(Language language) {
        synchronized (READ) {
            return READ.computeIfAbsent(language, Translations::read);
        }
    }

    /** @return the sentence in this language; {@code english} itself in English */
    public String of(String key, String english) {
        return Optional.ofNullable(file.getProperty(key)).orElse(english);
    }

    /** What there are own words for. */
    Set<String> keys() {
        return file.stringPropertyNames();
    }

    private static Translations read(Language language) {
        Properties file = new Properties();
        if (language == Language.ENGLISH) {
            return new Translations(file);
        }
        String name = "catalogue-" + language.code() + ".properties";
        try (InputStream in = Translations.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the translation " + name + " is missing from the package");
            }
            file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new Translations(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
