package ensemble.house.cli;

import ensemble.sync.estimate.SpeakerArrival;
import ensemble.sync.estimate.Verdict;
import ensemble.sync.stereo.Finding;
import ensemble.sync.stereo.LevelTier;
import ensemble.sync.stereo.Side;
import ensemble.sync.stereo.StereoVerdict;
import java.util.Locale;
import java.util.OptionalDouble;

/** Verdicts for people. */
final class SyncText {
    private SyncText() {}

    static String of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Measured measured -> {
                StringBuilder text = new StringBuilder();
                for (SpeakerArrival one : measured.speakers()) {
                    text.append(String.format(
                            Locale.ROOT,
                            "speaker %2d  %+9.3f ms +- %.3f  %s%s%n",
                            one.index(),
                            one.offsetMicros() / 1000,
                            one.uncertaintyMicros() / 1000,
                            level(one.levelDb()),
                            one.reversed() ? "  polarity reversed" : ""));
                }
                yield text + String.format(Locale.ROOT, "microphone's clock %+.1f ppm; + = later", measured.micPpm());
            }
            case Verdict.Refused refused ->
                "not measured: " + refused.reason().sentence()
                        + (refused.speakers().isEmpty() ? "" : " Speaker " + refused.speakers() + ".");
        };
    }

    static String of(StereoVerdict verdict) {
        StringBuilder text = new StringBuilder();
        switch (verdict) {
            case StereoVerdict.Measured measured -> {
                String late = measured.late() == Side.NEITHER
                        ? "neither side is later"
                        : "the " + measured.late().word() + " side is later";
                text.append(String.format(
                        Locale.ROOT,
                        "right minus left %+.3f ms +- %.3f: %s, %s, %s%nlevel, right minus left: %s%s%n",
                        measured.offsetMicros() / 1000,
                        measured.uncertaintyMicros() / 1000,
                        late,
                        measured.tier().word(),
                        measured.advice(),
                        level(measured.levelDb()) + tier(measured.levelDb()),
                        measured.turnDown() == Side.NEITHER
                                ? ""
                                : ", turn the " + measured.turnDown().word() + " one down"));
                text.append("Whether the sides are swapped a microphone cannot tell: it would only turn the sign.");
            }
            case StereoVerdict.Refused refused ->
                text.append("not measured: ").append(refused.reason().sentence());
        }
        for (Finding finding : verdict.findings()) {
            text.append(String.format("%n")).append(finding.word()).append(": ").append(finding.sentence());
            if (finding == Finding.COMB_NULL && verdict instanceof StereoVerdict.Measured measured) {
                measured.combNullHz()
                        .ifPresent(hertz -> text.append(String.format(Locale.ROOT, " Here %.0f Hz.", hertz)));
            }
        }
        return text.toString();
    }

    private static String tier(OptionalDouble decibels) {
        return decibels.isEmpty()
                ? ""
                : ", " + LevelTier.of(decibels.getAsDouble()).word();
    }

    private static String level(OptionalDouble decibels) {
        return decibels.isEmpty()
                ? "level not measured (automatic gain)"
                : String.format(Locale.ROOT, "%+.2f dB", decibels.getAsDouble());
    }
}
