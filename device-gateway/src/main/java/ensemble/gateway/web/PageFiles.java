package ensemble.gateway.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page's own files, from the package. */
final class PageFiles {
    private static final Map<String, String> FILES = Map.of(
            "/", "box.html",
            "/box.css", "box.css",
            "/box.js", "box.js",
            "/ask.js", "ask.js",
            "/groups.js", "groups.js",
            "/link.js", "link.js",
            "/phone.js", "phone.js",
            "/phone-worklet.js", "phone-worklet.js",
            "/speakers.js", "speakers.js",
            "/sync.js", "sync.js");
    private static final Map<String, String> TYPES =
            Map.of("html", "text/html; charset=utf-8", "js", "text/javascript", "css", "text/css");

    private PageFiles() {}

    static List<Route> routes() {
        return FILES.keySet().stream()
                .map(path -> Route.get(path, request -> file(FILES.getOrDefault(path, ""))))
                .toList();
    }

    private static Answer file(String name) {
        try (InputStream in = PageFiles.class.getResourceAsStream("/web/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the page's file " + name + " is missing from the package");
            }
            String type = Optional.ofNullable(TYPES.get(name.substring(name.lastIndexOf('.') + 1)))
                    .orElse("application/octet-stream");
            return new Answer.Whole(200, type, in.readAllBytes(), Map.of());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
