package ensemble.gateway.output.transmitter;

import ensemble.gateway.output.CardIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The machine's sound cards, as ALSA shows them below {@code /proc/asound} and the kernel below {@code /sys/class/sound}. Reads
 * a few small files; never blocks for long.
 *
 * @param root where {@code /} is; a test's own directory there
 */
public record Cards(Path root) {
    /** The card's directory below {@code /proc/asound}; empty while it is not plugged in. */
    Optional<Path> find(CardIdentity identity) {
        Path all = root.resolve("proc/asound");
        try (Stream<Path> entries = Files.list(all)) {
            List<Path> cards = entries.filter(
                            path -> path.getFileName().toString().matches("card\\d+"))
                    .sorted()
                    .toList();
            return cards.stream()
                    .filter(card -> switch (identity) {
                        case CardIdentity.Usb(String id) ->
                            text(card.resolve("usbid")).equals(id);
                        case CardIdentity.Named(String name) ->
                            text(card.resolve("id")).equals(name);
                    })
                    .findFirst();
        } catch (IOException noSound) {
            return Optional.empty();
        }
    }

    /** Whether one of its playback channels runs: the driver takes samples from it. */
    boolean takes(Path card) {
        try (Stream<Path> files = Files.walk(card, 3)) {
            return files.filter(file -> file.getFileName().toString().equals("status")
                            && file.toString().matches(".*/pcm\\d+p/sub\\d+/status"))
                    .anyMatch(file -> text(file).contains("RUNNING"));
        } catch (IOException gone) {
            return false;
        }
    }

    /**
     * What WirePlumber calls the card's sink: made from the names that the device tells, as udev spells them.
     *
     * @return a pattern, {@code *} standing for any letters; empty while the card is not plugged in, or tells no name
     */
    public Optional<String> nodePattern(CardIdentity identity) {
        return find(identity).flatMap(card -> {
            Path usb;
            try {
                // The card belongs to an interface of the device, one directory below it.
                usb = root.resolve("sys/class/sound")
                        .resolve(card.getFileName().toString())
                        .resolve("device/..")
                        .toRealPath();
            } catch (IOException none) {
                return Optional.empty();
            }
            String maker = text(usb.resolve("manufacturer"));
            String product = text(usb.resolve("product"));
            boolean nameless = maker.isEmpty() && product.isEmpty();
            return nameless
                    ? Optional.empty()
                    : Optional.of("alsa_output.usb-" + spelt(maker.isEmpty() ? text(usb.resolve("idVendor")) : maker)
                            + "_" + spelt(product.isEmpty() ? text(usb.resolve("idProduct")) : product) + "*");
        });
    }

    /** udev replaces white space and what is none of its safe letters by an underscore. */
    private static String spelt(String name) {
        return name.strip().replaceAll("\\s+", "_").replaceAll("[^0-9A-Za-z#+.:=@_-]", "_");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            return "";
        }
    }
}
