package ensemble.gateway.check;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of three numbers, as PipeWire and WirePlumber have them. */
record ProgramVersion(int major, int minor, int patch) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})\\.(\\d{1,4})");

    /** The last thing in a text that looks like one: the first lines may tell what it was compiled with. */
    static Optional<ProgramVersion> in(String text) {
        Matcher form = FORM.matcher(text);
        Optional<ProgramVersion> last = Optional.empty();
        while (form.find()) {
            last = Optional.of(new ProgramVersion(
                    Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)), Integer.parseInt(form.group(3))));
        }
        return last;
    }

    boolean before(int otherMajor, int otherMinor, int otherPatch) {
        if (major != otherMajor) {
            return major < otherMajor;
        }
        return minor != otherMinor ? minor < otherMinor : patch < otherPatch;
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
