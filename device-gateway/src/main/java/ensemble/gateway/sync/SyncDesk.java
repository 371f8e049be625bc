package ensemble.gateway.sync;

import ensemble.contract.id.GroupId;
import ensemble.contract.id.OutputId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.GroupConfig;
import ensemble.contract.state.GroupSync;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.SpeakerConfig;
import ensemble.contract.state.SyncReport;
import ensemble.contract.state.SyncStatus;
import ensemble.contract.state.UnmeasuredWhy;
import ensemble.contract.value.DelayMicros;
import ensemble.contract.value.OffsetMicros;
import ensemble.gateway.audio.GraphSnapshot;
import ensemble.gateway.audio.GraphState;
import ensemble.gateway.store.StateFile;
import ensemble.sync.hold.Fingerprint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is known of sync: the reconciler reads corrections and status from it and shows it what it sees; the calibrator writes
 * what it measured. A measurement counts only while this box has watched its speaker without a break, so after a start of
 * the box the corrections stay and the status is unknown. Safe from any thread.
 */
public final class SyncDesk {
    /** By so much every delay can be shortened while speakers are held: a stall of 300 ms is mended by its speaker alone. */
    static final double HEADROOM_MICROS = 350_000;

    /** What is measured all the time is not written to the disk all the time. */
    private static final Duration KEEP_EVERY = Duration.ofMinutes(10);

    private final SortedMap<OutputId, String> nodes;
    private final boolean microphone;
    private final Optional<CalibrationFile> file;
    private final Map<SpeakerId, UnmeasuredWhy> ended = new TreeMap<>();
    private CalibrationBook book;
    private SortedMap<OutputId, Correction> corrections;
    private Instant correctedAt;
    private HouseConfig house = HouseConfig.EMPTY;
    private Optional<GraphSnapshot> facts = Optional.empty();
    private Set<SpeakerId> aligning = Set.of();
    private Optional<EarDelay> earDelay = Optional.empty();
    private Places places = Places.NONE;
    private Map<OutputId, String> codecs = Map.of();
    private final SteadyReport steady = new SteadyReport();
    private final Map<SpeakerId, Fingerprint> prints = new TreeMap<>();
    private Set<OutputId> reported = Set.of();
    private boolean hold;
    private boolean moved;
    private long changes;
    private Instant keptAt = Instant.EPOCH;

    /**
     * @param nodes the box's outputs and their sinks
     * @param file where calibrations are kept
     * @param microphone whether the box has one
     */
    public SyncDesk(SortedMap<OutputId, String> nodes, StateFile file, boolean microphone, Instant now) {
        this(nodes, Optional.of(new CalibrationFile(file)), microphone, now);
    }

    private SyncDesk(
            SortedMap<OutputId, String> nodes, Optional<CalibrationFile> file, boolean microphone, Instant now) {
        this.nodes = Collections.unmodifiableSortedMap(new TreeMap<>(nodes));
        this.file = file;
        this.microphone = microphone;
        book = file.map(CalibrationFile::load).orElse(CalibrationBook.EMPTY);
        book.bySpeaker().keySet().forEach(id -> ended.put(id, UnmeasuredWhy.RECONNECTED));
        corrections = Alignment.of(book.current(), now, 0);
        correctedAt = now;
    }

    /** Of a box that never measures. */
    public static SyncDesk unmeasured() {
        return new SyncDesk(new TreeMap<>(), Optional.empty(), false, Instant.EPOCH);
    }

    /** What the loop sees at a look; a speaker whose link was away has to be measured again. */
    public synchronized void see(HouseConfig seenHouse, GraphSnapshot seen) {
        house = seenHouse;
        facts = Optional.of(seen);
        for (Calibration one : book.bySpeaker().values()) {
            if (!isLinked(one.output(), seen)) {
                changed(one.speaker(), UnmeasuredWhy.RECONNECTED);
            }
        }
    }

    /** It is as late as it is from now on, wherever the microphone stood: what was measured at other places is of no use. */
    private void changed(SpeakerId speaker, UnmeasuredWhy why) {
        ended.putIfAbsent(speaker, why);
        places = places.isOf(speaker) ? Places.NONE : places;
    }

    /**
     * Over which codec each output's link runs, as far as that is known. Another than it was measured over delays by another time.
     */
    public synchronized void codecs(Map<OutputId, String> now) {
        codecs = Map.copyOf(now);
        for (Calibration one : book.bySpeaker().values()) {
            Optional<String> other = Optional.ofNullable(codecs.get(one.output()))
                    .filter(codec -> !one.codec().map(codec::equals).orElse(true));
            if (other.isPresent()) {
                changed(one.speaker(), UnmeasuredWhy.CODEC_CHANGED);
            }
        }
    }

    private boolean isLinked(OutputId output, GraphSnapshot seen) {
        return seen.state() instanceof GraphState.Running
                && node(output)
                        .flatMap(seen::sink)
                        .filter(sink -> sink.present() && sink.linked())
                        .isPresent();
    }

    Optional<String> node(OutputId output) {
        return Optional.ofNullable(nodes.get(output));
    }

    /** Whether a speaker can be played on now. */
    synchronized boolean isThere(SpeakerConfig speaker) {
        return facts.filter(seen -> isLinked(speaker.output(), seen)).isPresent();
    }

    /** The house as the loop saw it last, also while the cloud is away. */
    public synchronized HouseConfig house() {
        return house;
    }

    synchronized CalibrationBook book() {
        return book;
    }

    /** What is to be added to an output; empty while it was never measured. */
    public synchronized Optional<Correction> correction(OutputId output) {
        return Optional.ofNullable(corrections.get(output));
    }

    /** What measurements add to outputs, milliseconds. */
    public synchronized Map<OutputId, Double> addedMillis() {
        Map<OutputId, Double> added = new TreeMap<>();
        corrections.forEach(
                (output, correction) -> added.put(output, correction.delay().millis()));
        return added;
    }

    synchronized Instant correctedAt() {
        return correctedAt;
    }

    /** These are being measured and moved, until another call says otherwise. */
    synchronized void aligning(Set<SpeakerId> speakers) {
        aligning = Set.copyOf(speakers);
        changes++;
    }

    /** Whether speakers are being measured, so that nothing else may be played on top. */
    synchronized boolean isAligning() {
        return !aligning.isEmpty();
    }

    /**
     * New measurements; the corrections follow from them.
     *
     * @param heardAs how each of them is heard where the box's own microphone stands; empty = another listened
     * @param ear how late they are in all, if that is known
     */
    synchronized void measured(
            Collection<Calibration> newer, Map<SpeakerId, Fingerprint> heardAs, Optional<EarDelay> ear, Instant now) {
        places = Places.of(newer);
        taken(newer, heardAs, ear, now);
    }

    /**
     * Measurements from one more place: the mean of all places counts. How speakers are heard at one of them is then no measure for
     * holding, which waits for a line-up from one place.
     *
     * @return microseconds that they are apart at the worst place
     */
    synchronized double measuredAlso(Collection<Calibration> newer, Optional<EarDelay> ear, Instant now) {
        places = places.and(newer);
        List<Calibration> mean = places.mean(now);
        taken(mean, Map.of(), ear, now);
        return mean.stream().mapToDouble(Calibration::residualMicros).max().orElse(0);
    }

    /** Of how many places of the microphone the newest measurement is the mean. */
    synchronized int places() {
        return places.takes().size();
    }

    private void taken(
            Collection<Calibration> newer, Map<SpeakerId, Fingerprint> heardAs, Optional<EarDelay> ear, Instant now) {
        book = book.with(newer.stream()
                .map(one -> one.over(Optional.ofNullable(codecs.get(one.output()))))
                .toList());
        newer.forEach(one -> ended.remove(one.speaker()));
        newer.forEach(one -> prints.remove(one.speaker()));
        prints.putAll(heardAs);
        moved &= heardAs.isEmpty();
        earDelay = ear.or(() -> earDelay).filter(known -> known.frame() == book.frame());
        align(now);
        keep(now);
    }

    private void align(Instant now) {
        corrections = Alignment.of(book.current(), now, hold ? HEADROOM_MICROS : 0);
        correctedAt = now;
        changes++;
    }

    private void keep(Instant now) {
        keptAt = now;
        file.ifPresent(kept -> kept.keep(book));
    }

    /** Whether speakers are to be held together while music plays; every delay then gets room to be shortened by. */
    synchronized void hold(boolean on, Instant now) {
        if (hold != on) {
            hold = on;
            align(now);
        }
    }

    /** Rises whenever something else than {@link #held} has changed corrections or what can be held. */
    synchronized long changes() {
        return changes;
    }

    /** What can be held from now on; empty while that is fewer than two, or while somebody is being measured. */
    synchronized Optional<Holding> holding(Instant now) {
        if (!hold || moved || !aligning.isEmpty()) {
            return Optional.empty();
        }
        List<Holding.Member> members = new ArrayList<>();
        double since = Math.max(0, Duration.between(correctedAt, now).toMillis() * 1e-3);
        for (Calibration one : book.current()) {
            Fingerprint print = prints.get(one.speaker());
            Correction in = corrections.get(one.output());
            String node = nodes.get(one.output());
            if (print != null && in != null && node != null) {
                double micros = Math.clamp(in.delay().micros() + in.delayPpm() * since, 0, DelayMicros.MOST);
                Correction base = new Correction(new DelayMicros(micros), in.delayPpm(), in.trimDb());
                members.add(new Holding.Member(node, print, one, base));
            }
        }
        return members.size() < 2 ? Optional.empty() : Optional.of(new Holding(members));
    }

    /** Corrections follow what was heard while music played. */
    synchronized void steer(SortedMap<OutputId, Correction> newer, Instant now) {
        SortedMap<OutputId, Correction> all = new TreeMap<>(corrections);
        all.putAll(newer);
        corrections = all;
        correctedAt = now;
    }

    /** These were heard where they were expected, just now. */
    synchronized void held(Collection<Calibration> newer, Instant now) {
        book = book.with(newer);
        newer.forEach(one -> ended.remove(one.speaker()));
        if (Duration.between(keptAt, now).compareTo(KEEP_EVERY) > 0) {
            keep(now);
        }
    }

    /** What was known of these no longer holds. */
    synchronized void ended(Collection<SpeakerId> speakers, UnmeasuredWhy why) {
        for (SpeakerId id : speakers) {
            ended.put(id, why);
            if (why == UnmeasuredWhy.STALLED) {
                changed(id, why);
            }
        }
    }

    /** Whose link was away or changed its codec, is there, and who was not measured since; of those whose fingerprint is known. */
    synchronized Set<SpeakerId> returned() {
        Set<SpeakerId> out = new TreeSet<>();
        for (Calibration one : book.current()) {
            UnmeasuredWhy why = ended.get(one.speaker());
            boolean away = why == UnmeasuredWhy.RECONNECTED || why == UnmeasuredWhy.CODEC_CHANGED;
            boolean linked = facts.filter(seen -> isLinked(one.output(), seen)).isPresent();
            if (away && linked && prints.containsKey(one.speaker())) {
                out.add(one.speaker());
            }
        }
        return out;
    }

    /** The microphone stands elsewhere: how anybody is heard is no longer known. */
    synchronized void microphoneMoved() {
        moved = true;
        changes++;
        prints.keySet().forEach(id -> ended.put(id, UnmeasuredWhy.MICROPHONE_MOVED));
    }

    synchronized boolean isMicrophoneMoved() {
        return moved;
    }

    /** A try to measure them failed: what was known of them may no longer be true. */
    synchronized void refused(Set<SpeakerId> speakers, UnmeasuredWhy why) {
        speakers.forEach(id -> ended.put(id, why));
    }

    /** How every group stands. */
    public synchronized SyncReport report(HouseConfig of, Instant now) {
        SortedMap<GroupId, GroupSync> groups = new TreeMap<>();
        for (GroupConfig group : of.groups()) {
            groups.put(group.id(), standing(group, now));
        }
        SortedMap<SpeakerId, OffsetMicros> offsets = new TreeMap<>();
        for (SpeakerConfig speaker : of.speakers()) {
            Calibration one = book.bySpeaker().get(speaker.id());
            if (one != null && one.frame() == book.frame() && !ended.containsKey(speaker.id())) {
                offsets.put(speaker.id(), new OffsetMicros(one.residualMicros()));
            }
        }
        return steady.next(new SyncReport(groups, offsets), hold);
    }

    private GroupSync standing(GroupConfig group, Instant now) {
        if (!Collections.disjoint(group.members().keySet(), aligning)) {
            return new GroupSync(SyncStatus.ALIGNING, Optional.empty());
        }
        List<Calibration> members = book.current().stream()
                .filter(one -> group.members().containsKey(one.speaker()))
                .toList();
        OptionalDouble ear = earDelay.map(known -> known.millis(members, corrections, correctedAt, now))
                .orElse(OptionalDouble.empty());
        GroupSync judged = Judge.of(group, book, ended, now, ear);
        boolean never = judged.why().filter(why -> why == UnmeasuredWhy.NEVER).isPresent();
        if (!never || microphone) {
            return judged;
        }
        boolean told = house.speakers().stream()
                .anyMatch(one -> group.members().containsKey(one.id()) && reported.contains(one.output()));
        return GroupSync.unknown(told ? UnmeasuredWhy.BY_DELAY_REPORT : UnmeasuredWhy.NO_MICROPHONE);
    }

    /** Outputs that are delayed by somebody's word for their latency, which nobody measured. */
    public synchronized void reported(Set<OutputId> outputs) {
        reported = Set.copyOf(outputs);
    }
}
