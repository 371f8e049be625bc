package ensemble.house.bench;

import java.util.ArrayList;
import java.util.List;

/** What became of a peer's speakers, as rows: before, during and after one of them stalled. */
final class PeerRows {
    private static final double SETTLED_SECONDS = 10;

    private PeerRows() {}

    static List<Row> of(FifoSpeakers.Heard heard) {
        List<Double> first = heard.pulses().getFirst();
        double stallAt = PulseAudioPeer.STALL.atSeconds();
        List<Row> rows = new ArrayList<>();
        String clocks = "clocks 0, +80, -50 ppm; " + heard.underruns() + " frames missing";
        rows.add(Row.plain(
                "PulseAudio combine-sink: spread before the stall",
                "ms",
                worst(heard, first, SETTLED_SECONDS, stallAt),
                clocks));
        rows.add(Row.plain(
                "PulseAudio combine-sink: at once after the stall",
                "ms",
                worst(heard, first, stallAt + 0.3, stallAt + 3),
                "one speaker silent for 300 ms"));
        rows.add(Row.plain(
                "PulseAudio combine-sink: 20 to 30 s after it",
                "ms",
                worst(heard, first, stallAt + 20, stallAt + 30),
                "all three"));
        rows.add(Row.plain(
                "PulseAudio combine-sink: the others meanwhile",
                "ms",
                worst(new FifoSpeakers.Heard(List.of(first, heard.pulses().get(2)), 0), first, stallAt, stallAt + 30),
                "the two that did not stall"));
        return rows;
    }

    /** The largest offset of any speaker to the first one in a stretch of time, milliseconds. */
    private static double worst(FifoSpeakers.Heard heard, List<Double> first, double from, double until) {
        double worst = Double.NaN;
        List<Double> times =
                first.stream().filter(time -> time >= from && time < until).toList();
        for (List<Double> speaker : heard.pulses()) {
            for (double offset : Pulses.offsets(times, speaker)) {
                if (!(Math.abs(offset) * 1000 <= worst) && !Double.isNaN(offset)) {
                    worst = Math.abs(offset) * 1000;
                }
            }
        }
        return worst;
    }
}
