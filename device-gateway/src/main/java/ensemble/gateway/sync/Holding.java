package ensemble.gateway.sync;

import ensemble.contract.id.OutputId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.value.DelayMicros;
import ensemble.gateway.audio.OutputMix;
import ensemble.sync.hold.Decision;
import ensemble.sync.hold.Expected;
import ensemble.sync.hold.Fingerprint;
import ensemble.sync.hold.Hearing;
import ensemble.sync.hold.HoldLoop;
import ensemble.sync.hold.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One stretch of holding: these speakers, from the corrections that were in force when it began. Turns what windows tell into
 * corrections and fresh calibrations. Times are seconds since it began, by the frames that the microphone heard. Not
 * thread-safe.
 */
final class Holding {
    /** From the mixer to the microphone, before any window told it. */
    private static final double USUAL_LAG = 0.4;

    /** Windows in a row in which a speaker that plays was not heard, after which nothing is known of it any more. */
    private static final int UNHEARD = 6;

    private static final double SAME_PPM = 0.01;

    /** Of what a sweep tells, seconds, k = 1. */
    private static final double SWEEP_SIGMA = 15e-6;

    /**
     * A speaker that is held.
     *
     * @param print how it was heard when it was calibrated
     * @param known that calibration
     * @param base its correction when this began, brought up to date
     */
    record Member(String node, Fingerprint print, Calibration known, Correction base) {
        SpeakerId speaker() {
            return known.speaker();
        }

        OutputId output() {
            return known.output();
        }
    }

    private final List<Member> members;
    private final HoldLoop loop;
    private final double together;
    private final int[] unheard;
    private final boolean[] fresh;
    private final double[] rates;
    private double lag = USUAL_LAG;
    private double late;
    private int windows;

    /** @param members at least two, in the order of their marks */
    Holding(List<Member> members) {
        this.members = List.copyOf(members);
        loop = new HoldLoop(members.stream()
                .mapToDouble(one -> one.base().delay().micros() * 1e-6)
                .toArray());
        together = members.stream()
                .mapToDouble(
                        one -> one.known().latencyMicros() + one.base().delay().micros())
                .max()
                .orElse(0);
        unheard = new int[members.size()];
        fresh = new boolean[members.size()];
        rates = new double[members.size()];
        for (int i = 0; i < members.size(); i++) {
            loop.begin(i, 0, members.get(i).base().delayPpm());
            rates[i] = members.get(i).base().delayPpm();
        }
    }

    List<Member> members() {
        return members;
    }

    /**
     * The first sample was heard.
     *
     * @param seconds that have gone by since this was made; meanwhile the corrections in force grew
     */
    void begins(double seconds) {
        late = seconds;
    }

    List<Fingerprint> prints() {
        return members.stream().map(Member::print).toList();
    }

    int windows() {
        return windows;
    }

    /** Where to look in a window with this middle. */
    List<Optional<Expected>> expected(double middle) {
        return loop.expected(middle - lag);
    }

    /** What hears has begun anew: delays are counted from elsewhere. */
    void reanchored() {
        loop.forget();
    }

    /**
     * Takes in a window.
     *
     * @param sounding who plays now, one for each member
     */
    Decision hear(double middle, double now, List<Hearing> hearings, List<Boolean> sounding) {
        windows++;
        Decision decision = loop.hear(middle - lag, now, hearings);
        double sum = 0;
        int heard = 0;
        for (int i = 0; i < members.size(); i++) {
            fresh[i] = hearings.get(i) instanceof Hearing.Heard && !loop.suspects(i);
            if (hearings.get(i) instanceof Hearing.Heard one) {
                unheard[i] = 0;
                sum += one.delay() - delay(i, middle - lag);
                heard++;
            } else if (hearings.get(i) instanceof Hearing.Unheard(Hearing.Why why)
                    && why == Hearing.Why.BURIED
                    && sounding.get(i)) {
                unheard[i]++;
            } else {
                unheard[i] = 0;
            }
        }
        // Half a second of doubt about when a correction was heard costs a hundredth of a millisecond.
        lag = heard == 0 ? lag : Math.clamp(sum / heard, 0, 3);
        return decision;
    }

    /** Whether another than this speaker was heard, to compare it with. */
    boolean mayCompare(int i) {
        return loop.knowsOthers(i);
    }

    /**
     * A speaker that was away was heard by its own sweep.
     *
     * @param at when it was heard
     * @param delay from being played, with nothing added, to being heard, seconds
     * @return by how many seconds its delay jumps, if that was needed
     */
    OptionalDouble placed(int i, double at, double delay, double now) {
        Correction base = members.get(i).base();
        double value = delay + (base.delay().micros() + base.delayPpm() * late) * 1e-6;
        Optional<Decision.Jump> jump = loop.place(i, at - lag, value, SWEEP_SIGMA, now);
        unheard[i] = 0;
        Arrays.fill(fresh, false);
        fresh[i] = true;
        return jump.map(one -> OptionalDouble.of(one.by())).orElseGet(OptionalDouble::empty);
    }

    private double delay(int i, double now) {
        Correction base = members.get(i).base();
        return (base.delay().micros() + base.delayPpm() * late) * 1e-6 + loop.correction(i, now);
    }

    /** What is to be added to every output from now on. */
    SortedMap<OutputId, Correction> corrections(double now) {
        SortedMap<OutputId, Correction> all = new TreeMap<>();
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            double ppm = Math.clamp(loop.correctionPpm(i, now), -OutputMix.MOST_PPM, OutputMix.MOST_PPM);
            double micros = Math.clamp(delay(i, now) * 1e6, 0, DelayMicros.MOST);
            all.put(
                    member.output(),
                    new Correction(new DelayMicros(micros), ppm, member.base().trimDb()));
        }
        return all;
    }

    /** Whether some correction grows at another rate than when it was last asked: then {@link #corrections} are due. */
    boolean turns(double now) {
        boolean turned = false;
        for (int i = 0; i < rates.length; i++) {
            double rate = loop.correctionPpm(i, now);
            turned |= Math.abs(rate - rates[i]) > SAME_PPM;
            rates[i] = rate;
        }
        return turned;
    }

    /** What is heard of everybody while nothing is played. */
    List<Hearing> pause() {
        return Collections.nCopies(members.size(), new Hearing.Unheard(Hearing.Why.PAUSE));
    }

    /** By how much a speaker is believed to be late against the middle one; empty = never heard. */
    OptionalDouble offsetMicros(int i, double now) {
        Standing standing = loop.standings(now).get(i);
        return Double.isFinite(standing.sigma()) ? OptionalDouble.of(standing.offset() * 1e6) : OptionalDouble.empty();
    }

    /** Calibrations brought up to date, of those who were heard in the last window where they were expected. */
    List<Calibration> calibrations(double now, Instant at) {
        List<Standing> standings = loop.standings(now);
        double least = standings.stream()
                .filter(one -> Double.isFinite(one.sigma()))
                .mapToDouble(Standing::offset)
                .min()
                .orElse(0);
        List<Calibration> out = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            Calibration known = members.get(i).known();
            Standing standing = standings.get(i);
            if (fresh[i] && Double.isFinite(standing.sigma())) {
                out.add(new Calibration(
                        known.speaker(),
                        known.output(),
                        known.codec(),
                        known.frame(),
                        together - delay(i, now) * 1e6 + standing.offset() * 1e6,
                        Math.hypot(known.uncertaintyMicros(), 2e6 * standing.sigma()),
                        loop.driftPpm(i).orElse(known.driftPpm()),
                        known.levelDb().isPresent() ? known.levelDb() : OptionalDouble.empty(),
                        (standing.offset() - least) * 1e6,
                        true,
                        at));
            }
        }
        return out;
    }

    /** Who was heard far from where it was expected, by a step of its own. */
    List<SpeakerId> suspected() {
        return loop.suspected().stream().map(i -> members.get(i).speaker()).toList();
    }

    /** Who plays and was not heard for so long that nothing is known of it. */
    List<SpeakerId> lost() {
        List<SpeakerId> out = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            if (unheard[i] >= UNHEARD) {
                out.add(members.get(i).speaker());
            }
        }
        return out;
    }
}
