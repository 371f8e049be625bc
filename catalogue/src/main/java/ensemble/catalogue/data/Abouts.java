package ensemble.catalogue.data;

import java.util.Set;

/** The closed list of what facts are about, and of units. */
public final class Abouts {
    public static final Set<String> ALL = Set.of(
            "advice",
            "balance",
            "battery",
            "best-use",
            "bluetooth",
            "bond",
            "breaks",
            "codec",
            "cost",
            "dongle",
            "dual-audio",
            "firmware",
            "gap",
            "input",
            "latency",
            "limit",
            "memory",
            "method",
            "needs",
            "network",
            "no-bluetooth-pairing",
            "no-codec",
            "no-port",
            "note",
            "outputs",
            "placement",
            "port",
            "price",
            "radio",
            "range",
            "reliability",
            "setting",
            "setup",
            "share",
            "signal",
            "sinks",
            "stereo",
            "units");

    public static final Set<String> UNITS =
            Set.of("ms", "s", "h", "dB", "dBm", "%", "Hz", "kHz", "GHz", "GB", "m", "ft", "USD", "speakers", "of 5");

    private Abouts() {}
}
