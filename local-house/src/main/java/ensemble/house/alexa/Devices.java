package ensemble.house.alexa;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The devices of a household, found by what people call them. */
record Devices(List<Endpoint> all) {
    /** A device and what of it was named, such as the box's output. */
    record Part(Endpoint endpoint, Endpoint.Capability capability) {}

    /** The one so called; if none is, the only one so called but for words such as "speakers". */
    Optional<Endpoint> named(String asked, Tongue tongue, Predicate<Endpoint> fits) {
        String wanted = tongue.withoutArticle(asked);
        List<Endpoint> fitting = all.stream().filter(fits).toList();
        Optional<Endpoint> exact = fitting.stream()
                .filter(one -> tongue.withoutArticle(name(one)).equals(wanted))
                .findFirst();
        if (exact.isPresent()) {
            return exact;
        }
        String bare = tongue.bare(wanted);
        List<Endpoint> alike = fitting.stream()
                .filter(one -> tongue.bare(name(one)).equals(bare))
                .toList();
        return bare.isEmpty() || alike.size() != 1 ? Optional.empty() : Optional.of(alike.getFirst());
    }

    /** "Speaker box output", or "the output of the speaker box": a device's name and its capability's, nothing else but small words. */
    Optional<Part> part(String asked, Predicate<Endpoint.Capability> fits) {
        for (Endpoint endpoint : all) {
            for (Endpoint.Capability capability : endpoint.capabilities()) {
                if (fits.test(capability)
                        && capability.names().stream().anyMatch(name -> names(asked, endpoint, name))) {
                    return Optional.of(new Part(endpoint, capability));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean names(String asked, Endpoint endpoint, String capability) {
        String device = name(endpoint);
        if (!asked.contains(device) || !asked.replace(device, " ").contains(capability)) {
            return false;
        }
        String rest = asked.replaceFirst(java.util.regex.Pattern.quote(device), " ")
                .replaceFirst(java.util.regex.Pattern.quote(capability), " ")
                .strip();
        return rest.isEmpty() || List.of(rest.split("\\s+")).stream().allMatch(word -> word.length() <= 4);
    }

    private static String name(Endpoint endpoint) {
        return Sentence.heard(endpoint.friendlyName()).words();
    }
}
