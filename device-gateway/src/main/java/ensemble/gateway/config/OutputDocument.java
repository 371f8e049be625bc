package ensemble.gateway.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import ensemble.contract.value.DelayMicros;
import ensemble.gateway.bluetooth.Address;
import ensemble.gateway.output.CardIdentity;
import ensemble.gateway.output.Latency;
import ensemble.gateway.output.OutputKind;
import ensemble.gateway.output.OutputKind.Feed;
import ensemble.gateway.output.OutputKind.Transmitter;
import ensemble.gateway.output.Unbuilt;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One of the {@code outputs} as it is written. What its kind has no use for is refused, not ignored. */
record OutputDocument(
        @Nullable @JsonProperty("kind") String kind,
        @Nullable @JsonProperty("node") String node,
        @Nullable @JsonProperty("delayMs") Double delayMs,
        @Nullable @JsonProperty("latencyMs") Double latencyMs,
        @Nullable @JsonProperty("speakers") Integer speakers,
        @Nullable @JsonProperty("feed") String feed,
        @Nullable @JsonProperty("usb") String usb,
        @Nullable @JsonProperty("card") String card,
        @Nullable @JsonProperty("addedMs") Double addedMs,
        @Nullable @JsonProperty("power") PowerDocument power,
        @Nullable @JsonProperty("host") String host,
        @Nullable @JsonProperty("port") Integer port,
        @Nullable @JsonProperty("clients") List<String> clients) {

    private static final int RAOP_PORT = 5000;

    /** Beside {@code kind}, which all have; of those that this box feeds also {@code delayMs} and {@code latencyMs}. */
    private static final Map<String, Set<String>> USES = Map.of(
            "sink", Set.of("node"),
            "bluetooth", Set.of("node"),
            "pair", Set.of("node"),
            "transmitter", Set.of("node", "speakers", "feed", "usb", "card", "addedMs", "power"),
            "echo-transmitter", Set.of("speakers", "power"),
            "aux", Set.of("node"),
            "aux-chain", Set.of("node", "speakers"),
            "airplay", Set.of("host", "port"),
            "snapcast", Set.of("clients"));

    /**
     * @param address the device's at Bluetooth, where that section names this output
     * @param bufferMillis of the box's Snapcast server
     * @throws IllegalArgumentException naming the setting
     */
    OutputSetting toSetting(String id, Optional<Address> address, int bufferMillis) {
        String setting = "outputs." + id;
        String word = Objects.requireNonNullElse(kind, "sink");
        Unbuilt.why(word).ifPresent(why -> {
            throw new IllegalArgumentException(setting + ".kind: " + word + " is not an output of this box: " + why);
        });
        Set<String> uses = USES.get(word);
        if (uses == null) {
            throw new IllegalArgumentException(
                    setting + ".kind is one of " + new java.util.TreeSet<>(USES.keySet()) + ", not '" + word + "'");
        }
        refuseUseless(setting, word, uses);
        OutputKind what = kind(setting, word, bufferMillis);
        return new OutputSetting(
                node(setting, id, what, address),
                new DelayMicros(Objects.requireNonNullElse(delayMs, 0.0) * 1000),
                what,
                latency(setting));
    }

    private OptionalDouble latency(String setting) {
        if (latencyMs == null) {
            return OptionalDouble.empty();
        }
        if (!(latencyMs >= 0 && latencyMs <= Latency.MOST_MILLIS)) {
            throw new IllegalArgumentException(setting + ".latencyMs is 0 to 3000, not " + latencyMs);
        }
        return OptionalDouble.of(latencyMs);
    }

    private void refuseUseless(String setting, String word, Set<String> uses) {
        Map<String, @Nullable Object> given = new TreeMap<>();
        given.put("node", node);
        given.put("speakers", speakers);
        given.put("feed", feed);
        given.put("usb", usb);
        given.put("card", card);
        given.put("addedMs", addedMs);
        given.put("power", power);
        given.put("host", host);
        given.put("port", port);
        given.put("clients", clients);
        if (word.equals("echo-transmitter")) {
            given.put("delayMs", delayMs);
            given.put("latencyMs", latencyMs);
        }
        given.forEach((name, value) -> {
            if (value != null && !uses.contains(name)) {
                throw new IllegalArgumentException(
                        setting + "." + name + " means nothing for the kind '" + word + "': remove it");
            }
        });
    }

    private OutputKind kind(String setting, String word, int bufferMillis) {
        return switch (word) {
            case "bluetooth" -> new OutputKind.Bluetooth();
            case "pair" -> new OutputKind.LinkedPair();
            case "transmitter" ->
                new Transmitter(
                        feed(setting),
                        several(setting, 2),
                        identity(setting),
                        within(setting + ".addedMs", addedMs, Transmitter.USUAL_ADDED_MILLIS, 0, 1000),
                        Optional.ofNullable(power).map(how -> how.toSwitch(setting + ".power")));
            case "echo-transmitter" -> {
                if (power == null) {
                    throw new IllegalArgumentException(
                            setting + ".power is missing: the Echo feeds it, so its switch is all that this box has");
                }
                yield new OutputKind.EchoFed(several(setting, 2), power.toSwitch(setting + ".power"));
            }
            case "aux" -> new OutputKind.Aux();
            case "aux-chain" -> new OutputKind.AuxChain(several(setting, 2));
            case "airplay" -> new OutputKind.AirPlay(host(setting), port(setting));
            case "snapcast" -> new OutputKind.Snapcast(clients(setting), bufferMillis);
            default -> new OutputKind.Sink();
        };
    }

    private String node(String setting, String id, OutputKind what, Optional<Address> address) {
        return switch (what) {
            case OutputKind.EchoFed _ -> "ensemble.unfed." + id;
            case OutputKind.AirPlay _ -> "ensemble.airplay." + id;
            case OutputKind.Snapcast _ -> "ensemble.snapcast." + id;
            case OutputKind.Transmitter transmitter
            when node == null && transmitter.card().isPresent() -> "ensemble.card." + id;
            case OutputKind.Bluetooth _, OutputKind.LinkedPair _, OutputKind.Transmitter _
            when node == null && address.isPresent() ->
                "bluez_output." + address.get().toString().replace(':', '_') + ".*";
            case OutputKind.Sink _,
                    OutputKind.Bluetooth _,
                    OutputKind.LinkedPair _,
                    OutputKind.Transmitter _,
                    OutputKind.Aux _,
                    OutputKind.AuxChain _ -> {
                if (node == null) {
                    throw new IllegalArgumentException("the setting '" + setting + ".node' is missing");
                }
                yield node;
            }
        };
    }

    private Feed feed(String setting) {
        return switch (Objects.requireNonNullElse(feed, "usb")) {
            case "usb" -> Feed.USB;
            case "cable" -> Feed.CABLE;
            case "bluetooth" -> Feed.BLUETOOTH;
            case "echo" ->
                throw new IllegalArgumentException(
                        setting + ".feed: what the Echo feeds is an output of the kind echo-transmitter");
            default ->
                throw new IllegalArgumentException(setting + ".feed is usb, cable or bluetooth, not '" + feed + "'");
        };
    }

    private Optional<CardIdentity> identity(String setting) {
        if (usb != null && card != null) {
            throw new IllegalArgumentException(setting + " is found by usb or by card, not by both");
        }
        return Optional.<CardIdentity>ofNullable(usb == null ? null : new CardIdentity.Usb(usb))
                .or(() -> Optional.ofNullable(card == null ? null : new CardIdentity.Named(card)));
    }

    private int several(String setting, int usual) {
        int count = Objects.requireNonNullElse(speakers, usual);
        if (count < 2 || count > 8) {
            throw new IllegalArgumentException(setting + ".speakers is 2 to 8, not " + count);
        }
        return count;
    }

    private String host(String setting) {
        if (host == null || !host.matches("[A-Za-z0-9._:-]{1,253}")) {
            throw new IllegalArgumentException(
                    setting + ".host is the speaker's address or name in the home's network");
        }
        return host;
    }

    private int port(String setting) {
        return (int) within(setting + ".port", port == null ? null : port.doubleValue(), RAOP_PORT, 1, 65_535);
    }

    private List<String> clients(String setting) {
        if (clients == null || clients.isEmpty() || clients.size() > 8) {
            throw new IllegalArgumentException(setting + ".clients names 1 to 8 Snapcast clients, by id or name");
        }
        return clients;
    }

    private static double within(String setting, @Nullable Double value, double usual, double least, double most) {
        double number = value == null ? usual : value;
        if (!(number >= least && number <= most)) {
            throw new IllegalArgumentException(
                    setting + " is " + (int) least + " to " + (int) most + ", not " + number);
        }
        return number;
    }
}
