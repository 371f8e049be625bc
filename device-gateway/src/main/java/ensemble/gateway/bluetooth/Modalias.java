package ensemble.gateway.bluetooth;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a device says it is, in its Device Information record.
 *
 * @param usb whether the vendor's number is one of the USB Implementers Forum; else of the Bluetooth SIG
 * @param vendor 0 to 65535
 * @param product 0 to 65535, the vendor's own
 * @param version 0 to 65535, mostly binary-coded decimal: the firmware, where the vendor keeps it true
 */
public record Modalias(boolean usb, int vendor, int product, int version) {
    private static final Pattern FORM =
            Pattern.compile("(usb|bluetooth):v([0-9A-Fa-f]{4})p([0-9A-Fa-f]{4})d([0-9A-Fa-f]{4})");
    private static final int LINUX_FOUNDATION = 0x1d6b;
    private static final int BLUEZ = 0x0246;

    /** Empty where the device tells nothing, or nothing readable. */
    public static Optional<Modalias> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Modalias(
                form.group(1).equals("usb"),
                Integer.parseInt(form.group(2), 16),
                Integer.parseInt(form.group(3), 16),
                Integer.parseInt(form.group(4), 16)));
    }

    /** BlueZ puts its own version into its adapters' record, unless the owner set another identity. */
    public Optional<BluezVersion> bluez() {
        return usb && vendor == LINUX_FOUNDATION && product == BLUEZ
                ? Optional.of(new BluezVersion(version >> 8, version & 0xff))
                : Optional.empty();
    }

    /** As a person reads it: who made it, which model, which firmware, each by number. */
    public String spoken() {
        return "%s vendor %04x, product %04x, version %x.%02x"
                .formatted(usb ? "USB" : "Bluetooth", vendor, product, version >> 8, version & 0xff);
    }
}
