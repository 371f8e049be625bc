package ensemble.skill.voice.speech;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** The file of one language: templates by key, each in one or more variants. Read once. Threads: any. */
final class Phrasebook {
    private static final Map<Language, Phrasebook> READ = new EnumMap<>(Language.class);

    private final Properties file;

    private Phrasebook(Properties file) {
        this.file = file;
    }

    static Phrasebook of(Language language) {
        synchronized (READ) {
            return READ.computeIfAbsent(language, Phrasebook::read);
        }
    }

    /** All variants of a key. */
    List<String> variants(String key) {
        return Arrays.stream(found(key).split("\\|", -1)).map(String::strip).toList();
    }

    /** A list of words. */
    Set<String> words(String key) {
        return Set.copyOf(list(key));
    }

    /** A list of words in their order. */
    List<String> list(String key) {
        return Arrays.stream(found(key).split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    Set<String> keys() {
        return file.stringPropertyNames();
    }

    private String found(String key) {
        return Optional.ofNullable(file.getProperty(key))
                .orElseThrow(() -> new IllegalStateException("a phrasebook has no " + key));
    }

    private static Phrasebook read(Language language) {
        String name = language.code() + ".properties";
        try (InputStream in = Phrasebook.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the phrasebook " + name + " is missing from the package");
            }
            Properties file = new Properties();
            file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new Phrasebook(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
