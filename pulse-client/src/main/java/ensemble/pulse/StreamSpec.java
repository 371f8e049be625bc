package ensemble.pulse;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a stream shall be: 32-bit float, one channel layout, one rate.
 *
 * @param name shown to people, and {@code node.name} unless the properties say otherwise
 * @param layout how channels are named
 * @param channels 1 to 32
 * @param framesPerSecond e.g. 48000
 * @param device a sink or source to connect to; empty = the server's choice (none with {@code node.autoconnect=false})
 * @param properties further properties, e.g. {@code node.group}, {@code node.latency}, {@code stream.dont-remix}
 * @param buffer sizes on the server
 * @param flags libpulse's
 */
public record StreamSpec(
        String name,
        ChannelLayout layout,
        int channels,
        int framesPerSecond,
        Optional<String> device,
        Map<String, String> properties,
        BufferAttributes buffer,
        Set<StreamFlag> flags) {
    private static final int MOST_CHANNELS = 32;

    public StreamSpec {
        if (channels < 1 || channels > MOST_CHANNELS) {
            throw new IllegalArgumentException("a stream has 1 to 32 channels, not " + channels);
        }
        properties = Map.copyOf(properties);
        flags = Set.copyOf(flags);
    }

    /** Two channels at 48 kHz. */
    public static StreamSpec stereo(String name, BufferAttributes buffer) {
        return of(name, ChannelLayout.STEREO, 2, buffer);
    }

    /** Any number of unmixed channels at 48 kHz: ports {@code AUX0}, {@code AUX1}, ... */
    public static StreamSpec aux(String name, int channels, BufferAttributes buffer) {
        return of(name, ChannelLayout.AUX, channels, buffer).with("stream.dont-remix", "true");
    }

    private static StreamSpec of(String name, ChannelLayout layout, int channels, BufferAttributes buffer) {
        Set<StreamFlag> flags = EnumSet.of(StreamFlag.DONT_MOVE);
        return new StreamSpec(name, layout, channels, 48_000, Optional.empty(), Map.of(), buffer, flags);
    }

    /** The same with one more property. */
    public StreamSpec with(String property, String value) {
        Map<String, String> more = new LinkedHashMap<>(properties);
        more.put(property, value);
        return new StreamSpec(name, layout, channels, framesPerSecond, device, more, buffer, flags);
    }

    /** The same with one more flag. */
    public StreamSpec with(StreamFlag flag) {
        Set<StreamFlag> more = EnumSet.of(flag);
        more.addAll(flags);
        return new StreamSpec(name, layout, channels, framesPerSecond, device, properties, buffer, more);
    }

    /** The same, connected to this sink or source. */
    public StreamSpec to(String sinkOrSource) {
        return new StreamSpec(
                name, layout, channels, framesPerSecond, Optional.of(sinkOrSource), properties, buffer, flags);
    }

    /** The same, linked by nobody but its owner. */
    public StreamSpec unconnected() {
        return with("node.autoconnect", "false");
    }

    int frameBytes() {
        return channels * Float.BYTES;
    }
}
