package ensemble.gateway.bluetooth;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of BlueZ. */
public record BluezVersion(int major, int minor) implements Comparable<BluezVersion> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})");

    /** Finds the first thing that looks like a version, as in {@code bluetoothctl: 5.66}. */
    public static Optional<BluezVersion> in(String text) {
        Matcher form = FORM.matcher(text);
        return form.find()
                ? Optional.of(new BluezVersion(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2))))
                : Optional.empty();
    }

    /** The speakers' own delay reports are read from this version on. */
    public boolean readsDelayReports() {
        return compareTo(new BluezVersion(5, 79)) >= 0;
    }

    /** Whether a transport that says "idle" may be carrying sound all the same. */
    public boolean idleIsDoubtful() {
        return equals(new BluezVersion(5, 66));
    }

    /** What is known to be wrong with it, as sentences; empty where nothing is known. */
    public java.util.List<KnownFault> knownFaults() {
        return KnownFault.of(this);
    }

    @Override
    public int compareTo(BluezVersion other) {
        return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
