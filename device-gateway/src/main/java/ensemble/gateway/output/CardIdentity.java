package ensemble.gateway.output;

/** By which a sound card is found wherever it is plugged in. */
public sealed interface CardIdentity {
    /** @param id vendor and product as {@code lsusb} prints them: {@code 0a12:1010} */
    record Usb(String id) implements CardIdentity {
        public Usb {
            if (!id.matches("[0-9a-f]{4}:[0-9a-f]{4}")) {
                throw new IllegalArgumentException("a USB identity reads like 0a12:1010, not '" + id + "'");
            }
        }
    }

    /** @param name its id in {@code /proc/asound/cards}, the word in brackets */
    record Named(String name) implements CardIdentity {
        public Named {
            if (!name.matches("[A-Za-z0-9_-]{1,15}")) {
                throw new IllegalArgumentException(
                        "a card's name is the word in brackets in /proc/asound/cards, not '" + name + "'");
            }
        }
    }
}
