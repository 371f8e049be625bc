package ensemble.gateway.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import ensemble.gateway.output.PowerSwitch;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a transmitter is switched, as it is written: exactly one of three ways. */
record PowerDocument(
        @Nullable @JsonProperty("uhubctl") HubDocument uhubctl,
        @Nullable @JsonProperty("gpio") GpioDocument gpio,
        @Nullable @JsonProperty("on") List<String> on,
        @Nullable @JsonProperty("off") List<String> off,
        @Nullable @JsonProperty("offSeconds") Integer offSeconds) {

    record HubDocument(
            @Nullable @JsonProperty("hub") String hub,
            @Nullable @JsonProperty("port") Integer port) {}

    record GpioDocument(
            @Nullable @JsonProperty("chip") String chip,
            @Nullable @JsonProperty("line") Integer line,
            @Nullable @JsonProperty("activeLow") Boolean activeLow) {}

    /** @throws IllegalArgumentException naming what is wrong */
    PowerSwitch toSwitch(String setting) {
        int rest = Objects.requireNonNullElse(offSeconds, PowerSwitch.USUAL_OFF_SECONDS);
        long ways = Stream.of(uhubctl, gpio, on).filter(Objects::nonNull).count();
        if (ways != 1 || (on == null) != (off == null)) {
            throw new IllegalArgumentException(
                    setting + " is one of: uhubctl, gpio, or the commands on and off, each a list of words");
        }
        if (uhubctl != null) {
            return PowerSwitch.uhubctl(
                    Objects.requireNonNullElse(uhubctl.hub(), ""), Objects.requireNonNullElse(uhubctl.port(), 0), rest);
        }
        if (gpio != null) {
            return PowerSwitch.gpio(
                    Objects.requireNonNullElse(gpio.chip(), "gpiochip0"),
                    Objects.requireNonNullElse(gpio.line(), -1),
                    Objects.requireNonNullElse(gpio.activeLow(), false),
                    rest);
        }
        return new PowerSwitch(
                Objects.requireNonNullElse(on, List.of()), Objects.requireNonNullElse(off, List.of()), rest);
    }
}
