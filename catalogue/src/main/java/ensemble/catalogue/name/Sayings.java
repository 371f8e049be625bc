package ensemble.catalogue.name;

import ensemble.catalogue.data.Model;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** In how many ways models are said. Keeps what it has worked out, since makers' names come again; one thread. */
final class Sayings {
    private final Map<String, List<String>> words = new HashMap<>();
    private final Map<String, String> sounds = new HashMap<>();

    /** The words of every way to say a model, each way once: with its maker's name and without. */
    Collection<List<String>> of(Model model) {
        Map<String, List<String>> ways = new LinkedHashMap<>();
        List<List<String>> brand = brand(model);
        for (String one : model.heard()) {
            add(one, brand, ways);
        }
        add(model.name(), brand, ways);
        add(withoutYear(model.name()), brand, ways);
        return ways.values();
    }

    /** The words of every name of its maker. */
    List<List<String>> brand(Model model) {
        List<List<String>> names = new ArrayList<>();
        for (String also : model.brand().also()) {
            names.add(words(also));
        }
        names.add(words(model.brand().name()));
        return names;
    }

    /** @see Sound */
    String sound(String word) {
        String sound = sounds.get(word);
        if (sound == null) {
            sound = Sound.of(word);
            sounds.put(word, sound);
        }
        return sound;
    }

    private void add(String name, List<List<String>> brand, Map<String, List<String>> ways) {
        List<String> own = words(name);
        ways.put(String.join(" ", own), own);
        for (List<String> maker : brand) {
            List<String> both = new ArrayList<>(maker);
            both.addAll(own);
            ways.put(String.join(" ", both), both);
        }
    }

    private List<String> words(String text) {
        List<String> found = words.get(text);
        if (found == null) {
            found = Spelling.words(text);
            words.put(text, found);
        }
        return found;
    }

    /** {@code Speaker Pro (2023)} is also called without its year. */
    private static String withoutYear(String name) {
        int open = name.indexOf('(');
        if (open < 0 || name.length() < open + 6 || name.charAt(open + 5) != ')') {
            return name;
        }
        for (int i = open + 1; i < open + 5; i++) {
            if (!Character.isDigit(name.charAt(i))) {
                return name;
            }
        }
        return name.substring(0, open) + name.substring(open + 6);
    }
}
