package ensemble.gateway.output;

import java.util.List;

/**
 * How a thing is switched: two commands, each as its arguments, never through a shell.
 *
 * @param on what switches it on
 * @param off what switches it off
 * @param offSeconds how long a power cycle leaves it off, 1 to 60
 */
public record PowerSwitch(List<String> on, List<String> off, int offSeconds) {
    public static final int USUAL_OFF_SECONDS = 5;

    /** @throws IllegalArgumentException for an empty command or a time out of its range */
    public PowerSwitch {
        on = List.copyOf(on);
        off = List.copyOf(off);
        if (on.isEmpty()
                || off.isEmpty()
                || on.getFirst().isBlank()
                || off.getFirst().isBlank()) {
            throw new IllegalArgumentException("a power switch needs a command for on and one for off");
        }
        if (offSeconds < 1 || offSeconds > 60) {
            throw new IllegalArgumentException("power.offSeconds is 1 to 60, not " + offSeconds);
        }
    }

    /**
     * A USB hub that can switch its ports.
     *
     * @param hub as uhubctl names it: {@code 1-1}
     * @param port 1 to 16
     */
    public static PowerSwitch uhubctl(String hub, int port, int offSeconds) {
        if (!hub.matches("[0-9]+(-[0-9]+(\\.[0-9]+)*)?") || port < 1 || port > 16) {
            throw new IllegalArgumentException("power.uhubctl is a hub like 1-1 and a port from 1 to 16");
        }
        List<String> where = List.of("uhubctl", "-l", hub, "-p", Integer.toString(port), "-a");
        return new PowerSwitch(plus(where, "on"), plus(where, "off"), offSeconds);
    }

    /**
     * A relay on one of the board's pins.
     *
     * @param chip as {@code gpiochip0}
     * @param line 0 to 511
     * @param activeLow whether 0 switches it on
     */
    public static PowerSwitch gpio(String chip, int line, boolean activeLow, int offSeconds) {
        if (!chip.matches("gpiochip[0-9]+") || line < 0 || line > 511) {
            throw new IllegalArgumentException("power.gpio is a chip like gpiochip0 and a line from 0 to 511");
        }
        return new PowerSwitch(
                List.of("gpioset", chip, line + (activeLow ? "=0" : "=1")),
                List.of("gpioset", chip, line + (activeLow ? "=1" : "=0")),
                offSeconds);
    }

    private static List<String> plus(List<String> command, String word) {
        return java.util.stream.Stream.concat(command.stream(), java.util.stream.Stream.of(word))
                .toList();
    }
}
