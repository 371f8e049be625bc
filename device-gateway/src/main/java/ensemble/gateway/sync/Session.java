package ensemble.gateway.sync;

import ensemble.contract.id.OutputId;
import ensemble.contract.value.Gain;
import ensemble.gateway.audio.AudioGraph;
import ensemble.gateway.audio.Insert;
import ensemble.gateway.audio.Microphone;
import ensemble.gateway.audio.MicrophoneFault;
import ensemble.gateway.sync.analysis.Analysis;
import ensemble.gateway.sync.analysis.AnalysisFault;
import ensemble.gateway.sync.analysis.Finding;
import ensemble.gateway.sync.analysis.Probes;
import ensemble.gateway.time.Clocks;
import ensemble.sync.estimate.Verdict;
import ensemble.sync.probe.Probe;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** One calibration, from ducking the program to restoring it. Belongs to the thread that runs it. */
final class Session {
    private static final Gain DUCKED = new Gain(-40);
    private static final int MOST_TAKES = 3;

    /** No take is begun that could end later than this; what was found by then has to do. */
    private static final Duration LAST_TAKE_ENDS = Duration.ofSeconds(44);

    /** From the box to the microphone and back, beyond what the probe leaves after its last sweep; at least. */
    private static final double TAIL_SECONDS = 0.55;

    /** And what the slowest speaker may be behind the first that was heard. */
    private static final double UNEVEN_SECONDS = 0.35;

    private static final double ANALYSIS_SECONDS = 2;

    private final SyncDesk desk;
    private final AudioGraph graph;
    private final Ear ear;
    private final Analysis analysis;
    private final Clocks clocks;
    private final Progress progress;
    private final List<Part> parts;
    private final boolean also;
    private final Probe probe;
    private final long began;
    private double gainDb;
    private double tail = TAIL_SECONDS;
    private int takes;

    /** @param also whether the microphone stands at one more place, and the mean of all counts */
    Session(
            SyncDesk desk,
            AudioGraph graph,
            Ear ear,
            Analysis analysis,
            Clocks clocks,
            Progress progress,
            List<Part> parts,
            boolean also) {
        this.desk = desk;
        this.graph = graph;
        this.ear = ear;
        this.analysis = analysis;
        this.clocks = clocks;
        this.progress = progress;
        this.parts = parts;
        this.also = also;
        this.probe = Probes.of(parts.size());
        this.began = clocks.nanos();
    }

    /** @return whether the speakers were measured */
    boolean run() {
        try {
            warmUp();
            Optional<Measured> first = measure(parts, "Listening to each speaker in turn.");
            if (first.isEmpty()) {
                return false;
            }
            apply(first.get());
            return true;
        } catch (MicrophoneFault deaf) {
            progress.refused("no-microphone", String.valueOf(deaf.getMessage()), parts, List.of());
        } catch (AnalysisFault broken) {
            progress.refused("not-analysed", String.valueOf(broken.getMessage()), parts, List.of());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            progress.refused("interrupted", "The box is being stopped.", parts, List.of());
        } finally {
            graph.insert(Insert.NONE);
            graph.duck(Gain.UNITY);
        }
        return false;
    }

    private void warmUp() throws MicrophoneFault, InterruptedException {
        progress.says("Waking the speakers and hearing how loud the room is.");
        Microphone.Hearing heard = listen(
                () -> {
                    graph.duck(DUCKED);
                    graph.insert(Signals.warmUp(parts));
                },
                Signals.HUSH_SECONDS + Signals.BURST_SECONDS + 0.8);
        gainDb = PoliteLevel.of(heard.samples(), parts.size());
        tail = Math.max(TAIL_SECONDS, PoliteLevel.latency(heard.samples()) + UNEVEN_SECONDS);
    }

    private Microphone.Hearing listen(Runnable act, double seconds) throws MicrophoneFault, InterruptedException {
        progress.listens(true);
        try {
            return ear.microphone().listen(act, seconds);
        } finally {
            progress.listens(false);
        }
    }

    /** Takes until one is accepted; empty, and told, if none is. */
    private Optional<Measured> measure(List<Part> now, String sentence)
            throws MicrophoneFault, InterruptedException, AnalysisFault {
        for (int tries = 1; ; tries++) {
            progress.says(sentence);
            Take take = take(now);
            boolean mayTry = tries < MOST_TAKES && isTimeForATake();
            if (take.disturbed()) {
                if (!mayTry) {
                    progress.refused(
                            "recording-gap",
                            "The recording was interrupted: close other programs and repeat.",
                            now,
                            List.of());
                    return Optional.empty();
                }
                continue;
            }
            progress.says("Working out what was heard.");
            Finding finding = analysis.of(take.hearing().samples(), probe);
            switch (finding.verdict()) {
                case Verdict.Measured measured -> {
                    return Optional.of(new Measured(
                            now,
                            measured,
                            finding,
                            take.middle(probe),
                            take.hearing().beforeSeconds()));
                }
                case Verdict.Refused refused -> {
                    if (!mayTry || !adapts(Next.after(refused.reason()))) {
                        progress.refused(
                                refused.reason().word(), Progress.sentence(refused, now), now, refused.speakers());
                        return Optional.empty();
                    }
                }
            }
        }
    }

    private boolean adapts(Next next) {
        double before = gainDb;
        return switch (next) {
            case AGAIN -> true;
            case GIVE_UP -> false;
            case LOUDER -> {
                gainDb = Math.min(PoliteLevel.LOUDEST_DB, gainDb + PoliteLevel.STEP_DB);
                yield gainDb > before;
            }
            case SOFTER -> {
                gainDb = Math.max(PoliteLevel.SOFTEST_DB, gainDb - PoliteLevel.STEP_DB);
                yield gainDb < before;
            }
        };
    }

    private double secondsOf(List<Part> now) {
        double longest = now.stream().mapToDouble(Part::delayMicros).max().orElse(0);
        return probe.seconds() + longest * 1e-6 + tail;
    }

    private boolean isTimeForATake() {
        double ends = elapsed() + secondsOf(parts) + ANALYSIS_SECONDS;
        return ends < LAST_TAKE_ENDS.toSeconds();
    }

    private double elapsed() {
        return (clocks.nanos() - began) * 1e-9;
    }

    /** @param startedAt when the microphone began to hear */
    private record Take(Microphone.Hearing hearing, Instant startedAt, boolean disturbed) {
        /**
         * When the middle of the probe left the mixer, not when it was heard: a delay takes hold there, most of a second earlier,
         * and in that time two speakers 160 ppm apart move by 0.14 ms.
         */
        Instant middle(Probe probe) {
            return startedAt.plusMillis(Math.round(probe.seconds() / 2 * 1000));
        }
    }

    private Take take(List<Part> now) throws MicrophoneFault, InterruptedException {
        takes++;
        long xruns = graph.snapshot().xruns();
        Instant[] started = {clocks.now()};
        Insert insert = Signals.probe(probe, now, Math.pow(10, gainDb / 20));
        Microphone.Hearing heard = listen(
                () -> {
                    started[0] = clocks.now();
                    graph.insert(insert);
                },
                secondsOf(now));
        return new Take(heard, started[0], heard.gaps() > 0 || graph.snapshot().xruns() != xruns);
    }

    /** Puts it into force, and where time allows hears whether it is true. */
    private void apply(Measured first) throws MicrophoneFault, InterruptedException {
        Optional<Calibration> anchor = anchor();
        List<Calibration> found = first.calibrations(desk.book(), anchor);
        if (also) {
            OptionalDouble worst = OptionalDouble.of(desk.measuredAlso(found, EarDelay.of(first, found), clocks.now()));
            progress.measured(first, applied(), worst, desk.places(), takes, elapsed());
            return;
        }
        measured(found, first);
        SortedMap<OutputId, Correction> applied = applied();
        Instant appliedAt = desk.correctedAt();
        OptionalDouble spread = OptionalDouble.empty();
        if (isTimeForATake()) {
            spread = checked(anchor, applied, appliedAt);
        }
        progress.measured(first, applied, spread, 1, takes, elapsed());
    }

    private void measured(List<Calibration> found, Measured by) {
        desk.measured(found, ear.own() ? by.prints() : Map.of(), EarDelay.of(by, found), clocks.now());
    }

    private OptionalDouble checked(
            Optional<Calibration> anchor, SortedMap<OutputId, Correction> applied, Instant appliedAt)
            throws MicrophoneFault, InterruptedException {
        progress.says("Checking that they now arrive together.");
        List<Part> moved = new ArrayList<>();
        for (Part part : parts) {
            double micros = Objects.requireNonNull(applied.get(part.speaker().output()))
                    .delay()
                    .micros();
            moved.add(new Part(part.speaker(), part.node(), (int) Math.round(micros * Microphone.RATE / 1e6)));
        }
        Take take = take(moved);
        if (take.disturbed()) {
            progress.unchecked("the recording was interrupted");
            return OptionalDouble.empty();
        }
        try {
            Finding finding = analysis.of(take.hearing().samples(), probe);
            if (finding.verdict() instanceof Verdict.Measured again) {
                Measured second = new Measured(
                        moved,
                        again,
                        finding,
                        take.middle(probe),
                        take.hearing().beforeSeconds());
                return kept(second, anchor, applied, appliedAt);
            }
            if (finding.verdict() instanceof Verdict.Refused refused) {
                progress.unchecked(Progress.sentence(refused, moved));
            }
        } catch (AnalysisFault broken) {
            progress.unchecked(String.valueOf(broken.getMessage()));
        }
        return OptionalDouble.empty();
    }

    /** What the check found under the first correction, and the second, finer one that follows from it. */
    private OptionalDouble kept(
            Measured second, Optional<Calibration> anchor, SortedMap<OutputId, Correction> applied, Instant appliedAt) {
        Optional<Calibration> hook = anchor.isPresent()
                ? anchor
                : Optional.ofNullable(
                        desk.book().bySpeaker().get(parts.getFirst().speaker().id()));
        List<Calibration> again = second.calibrations(desk.book(), hook);
        double[] arrivals = again.stream()
                .mapToDouble(one -> arrival(one, Objects.requireNonNull(applied.get(one.output())), appliedAt))
                .toArray();
        double least = java.util.Arrays.stream(arrivals).min().orElse(0);
        double most = java.util.Arrays.stream(arrivals).max().orElse(0);
        List<Calibration> known = new ArrayList<>();
        for (int i = 0; i < arrivals.length; i++) {
            known.add(again.get(i).residual(arrivals[i] - least, true));
        }
        measured(known, second);
        return OptionalDouble.of(most - least);
    }

    private static double arrival(Calibration one, Correction correction, Instant appliedAt) {
        double since = Duration.between(appliedAt, one.at()).toMillis() / 1000.0;
        return one.latencyMicros() + correction.delay().micros() + correction.delayPpm() * since;
    }

    private SortedMap<OutputId, Correction> applied() {
        SortedMap<OutputId, Correction> all = new TreeMap<>();
        for (Part part : parts) {
            OutputId output = part.speaker().output();
            desk.correction(output).ifPresent(correction -> all.put(output, correction));
        }
        return all;
    }

    /** One that takes part, was measured before, and was watched since: outside the group first. */
    private Optional<Calibration> anchor() {
        Set<Object> taking = new HashSet<>();
        parts.forEach(part -> taking.add(part.speaker().id()));
        List<Calibration> known = desk.book().current().stream()
                .filter(one -> taking.contains(one.speaker()))
                .toList();
        boolean others = desk.book().current().size() > known.size();
        // Where everybody known takes part, a frame of their own loses nobody.
        return others
                ? known.stream()
                        .filter(one ->
                                one.speaker().equals(parts.getLast().speaker().id()))
                        .findFirst()
                        .or(() -> known.stream().findFirst())
                : Optional.empty();
    }
}
