package ensemble.gateway.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import ensemble.gateway.output.snapcast.SnapcastSettings;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The section {@code snapcast} as it is written: the box's own server. */
record SnapcastDocument(
        @Nullable @JsonProperty("listen") String listen,
        @Nullable @JsonProperty("port") Integer port,
        @Nullable @JsonProperty("controlPort") Integer controlPort,
        @Nullable @JsonProperty("bufferMs") Integer bufferMs,
        @Nullable @JsonProperty("codec") String codec) {

    /** @throws IllegalArgumentException naming the setting */
    SnapcastSettings toSettings() {
        SnapcastSettings usual = SnapcastSettings.USUAL;
        return new SnapcastSettings(
                Objects.requireNonNullElse(listen, usual.listen()),
                Objects.requireNonNullElse(port, usual.port()),
                Objects.requireNonNullElse(controlPort, usual.controlPort()),
                Objects.requireNonNullElse(bufferMs, usual.bufferMillis()),
                Objects.requireNonNullElse(codec, usual.codec()));
    }
}
