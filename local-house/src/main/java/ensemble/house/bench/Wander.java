package ensemble.house.bench;

import java.util.List;
import java.util.Optional;

/** How far speakers that play pulses together move against each other. */
final class Wander {
    private Wander() {}

    /** Without a pulse nearly every second on every output nothing may be said. */
    static Row row(String name, List<float[]> channels, int seconds, String note) {
        long fewest = channels.stream()
                .mapToLong(channel -> Pulses.tops(channel, channel.length).size())
                .min()
                .orElse(0);
        return fewest < seconds - 2
                ? Row.notMeasured(name, "us", 1, "only " + fewest + " pulses were heard in " + seconds + " s")
                : Row.of(name, "us", 1, worst(channels), note + "; " + fewest + " pulses each");
    }

    /** The largest change, in microseconds, of any channel's offset to the first one. */
    private static double worst(List<float[]> channels) {
        float[] one = channels.getFirst();
        List<Double> first = Pulses.tops(one, one.length);
        double worst = 0;
        for (float[] channel : channels) {
            List<Double> offsets = Pulses.offsets(seconds(first), seconds(Pulses.tops(channel, channel.length)));
            Optional<Double> begin =
                    offsets.stream().filter(offset -> !offset.isNaN()).findFirst();
            for (double offset : offsets) {
                if (begin.isPresent() && !Double.isNaN(offset)) {
                    worst = Math.max(worst, Math.abs(offset - begin.get()) * 1e6);
                }
            }
        }
        return worst;
    }

    private static List<Double> seconds(List<Double> frames) {
        return frames.stream().map(frame -> frame / Pulses.RATE).toList();
    }
}
