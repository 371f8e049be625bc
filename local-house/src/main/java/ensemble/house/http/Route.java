package ensemble.house.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A method, a pattern and who answers. */
record Route(String method, List<String> pattern, Handler handler) {

    /** What the pattern's names stand for in a path, if it fits. */
    Optional<Map<String, String>> match(String path) {
        List<String> segments = segments(path);
        Map<String, String> found = new HashMap<>();
        for (int i = 0; i < pattern.size(); i++) {
            String expected = pattern.get(i);
            if (expected.endsWith("...}")) {
                String rest = String.join("/", segments.subList(Math.min(i, segments.size()), segments.size()));
                found.put(expected.substring(1, expected.length() - 4), decoded(rest));
                return Optional.of(found);
            }
            if (i >= segments.size()) {
                return Optional.empty();
            }
            if (expected.startsWith("{")) {
                found.put(expected.substring(1, expected.length() - 1), decoded(segments.get(i)));
            } else if (!expected.equals(decoded(segments.get(i)))) {
                return Optional.empty();
            }
        }
        return segments.size() == pattern.size() ? Optional.of(found) : Optional.empty();
    }

    static List<String> segments(String path) {
        return List.of(path.substring(1).split("/", -1));
    }

    /** @throws IllegalArgumentException for a broken escape */
    static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
