package ensemble.gateway.bluetooth;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A Bluetooth device address, six bytes in upper case with colons. The only lasting name of an adapter or a device:
 * {@code hci0} may be another radio after the next unplugging.
 */
public record Address(String text) implements Comparable<Address> {
    private static final Pattern FORM = Pattern.compile("([0-9A-F]{2}:){5}[0-9A-F]{2}");

    /** @throws IllegalArgumentException unless it reads like {@code AA:BB:CC:DD:EE:FF}, in either case */
    public Address {
        text = text.strip().toUpperCase(Locale.ROOT);
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("a Bluetooth address reads like AA:BB:CC:DD:EE:FF, not '" + text + "'");
        }
    }

    /** For logs: enough to tell two devices apart, not enough to follow one around. */
    public String masked() {
        return "..:" + text.substring(12);
    }

    @Override
    public int compareTo(Address other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
