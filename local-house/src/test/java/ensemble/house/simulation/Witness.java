package ensemble.house.simulation;

import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.RoutingReport;
import ensemble.contract.state.RoutingWish;
import ensemble.contract.state.Stamp;
import ensemble.gateway.reconcile.Standing;
import ensemble.house.simulation.Request.Told;
import ensemble.skill.household.Replay;
import ensemble.skill.household.RequestKey;
import ensemble.skill.household.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Sees everything, says nothing, and holds each promise against what it saw. */
@SuppressWarnings("AnnotateFormatMethod") // the annotation would be a library for two methods
final class Witness {
    /** A message that was under way when a wish was taken back may still arrive; no longer than that. */
    private static final long LAST_MESSAGE_MILLIS = 2_000;
    /** Valid for 30 s by clocks of whole seconds, and the last message's way. */
    private static final long AUDIBLE_MILLIS = 31_000 + LAST_MESSAGE_MILLIS;

    private final VirtualTime time;
    private final Room room;
    private final boolean recording;
    private final List<String> history = new ArrayList<>();
    private final Map<RequestKey, Request> requests = new HashMap<>();
    private final Map<Long, Request> makers = new TreeMap<>();
    private final Map<Long, RoutingWish> wishes = new TreeMap<>();
    private final Map<Long, Long> sentAt = new TreeMap<>();
    private final Map<Long, Long> madeAt = new TreeMap<>();
    private final Set<Long> refused = new TreeSet<>();
    private final Map<Long, Long> refusalKnownAt = new TreeMap<>();
    private final Map<String, List<Long>> claims = new TreeMap<>();
    private Standing standing = Standing.FIRST;
    private Stamp answered = Stamp.START;
    private long storeN;
    private Optional<Broken> broken = Optional.empty();

    Witness(VirtualTime time, Room room, boolean recording) {
        this.time = time;
        this.room = room;
        this.recording = recording;
    }

    Optional<Broken> broken() {
        return broken;
    }

    List<String> history() {
        return history;
    }

    Standing standing() {
        return standing;
    }

    void note(String format, @Nullable Object... values) {
        if (recording) {
            history.add(String.format("%8d ms  ", time.elapsed()) + String.format(format, values));
        }
    }

    void breaks(Promise promise, String format, @Nullable Object... values) {
        if (broken.isEmpty()) {
            broken = Optional.of(new Broken(promise, time.elapsed(), String.format(format, values)));
        }
        note("BROKEN %s: " + format, prepended(promise, values));
    }

    private static @Nullable Object[] prepended(Object first, @Nullable Object[] rest) {
        @Nullable Object[] all = new @Nullable Object[rest.length + 1];
        all[0] = first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }

    void mistake(String how) {
        breaks(Promise.NO_MISTAKES, "%s", how);
    }

    void asked(RequestKey key, Request request) {
        requests.putIfAbsent(key, request);
        request.underWay++;
        request.storeN = request.underWay == 1 ? storeN : request.storeN;
        request.startedAt = request.startedAt == 0 ? time.elapsed() : request.startedAt;
        note("asked: %s", request);
    }

    /** The table's route row was written. */
    void wished(Route before, Route next) {
        long n = next.n();
        if (n != before.n() + 1) {
            breaks(Promise.NUMBERS_ONLY_RISE, "wish %d was put in the place of wish %d", n, before.n());
        }
        storeN = n;
        wishes.put(n, next.wish());
        madeAt.put(n, time.elapsed());
        Set<RequestKey> known = new HashSet<>();
        makers.values().forEach(made -> known.add(RequestKey.of(made.id)));
        for (Replay replay : next.recent()) {
            if (replay.n() == n) {
                made(n, replay.key(), known.contains(replay.key()), next.wish());
            }
        }
        note("wish %d in the table: %s, by %s", n, Home.names(next.wish().playing()), makers.get(n));
    }

    private void made(long n, RequestKey key, boolean again, RoutingWish wish) {
        Request maker = requests.get(key);
        if (maker == null || again) {
            breaks(Promise.ONE_WISH_PER_REQUEST, "wish %d is another one of %s", n, maker);
            return;
        }
        makers.put(n, maker);
        maker.n = n;
        if (maker.command.isAudible()) {
            Home.names(wish.playing()).stream().filter(maker.wanted::contains).forEach(name -> claims(name)
                    .add(n));
        }
    }

    private List<Long> claims(String speaker) {
        return claims.computeIfAbsent(speaker, none -> new ArrayList<>());
    }

    RoutingWish wish(long n) {
        return wishes.getOrDefault(n, RoutingWish.NONE);
    }

    boolean isWithdrawal(long n) {
        return !makers.containsKey(n);
    }

    /** The skill writes a wish to the shadow. */
    void sent(long n) {
        sentAt.put(n, time.elapsed());
        note("wish %d reaches the shadow", n);
    }

    /** The hub has decided on a wish. */
    void kept(Standing next) {
        Standing last = standing;
        standing = next;
        long n = next.stamp().n();
        note("hub keeps %d: %s %s", n, Home.names(next.effective().playing()), next.fault());
        if (next.stamp().compareTo(last.stamp()) < 0) {
            breaks(Promise.NUMBERS_ONLY_RISE, "the hub went from %s back to %s", last.stamp(), next.stamp());
        }
        if (n > storeN) {
            breaks(Promise.NO_ANSWER_WITHOUT_WISH, "the hub takes in %d, the table holds %d", n, storeN);
        }
        if (next.fault().isPresent()) {
            refused.add(n);
            return;
        }
        Set<SpeakerId> starting = new TreeSet<>(next.effective().playing());
        starting.removeAll(last.effective().playing());
        if (!starting.isEmpty()) {
            started(n, Home.names(starting));
        }
    }

    private void started(long n, Set<String> starting) {
        if (refused.contains(n)) {
            breaks(Promise.REFUSED_STAYS_REFUSED, "wish %d starts %s after it was refused", n, starting);
        }
        long age = time.elapsed() - sentAt.getOrDefault(n, 0L);
        if (age > AUDIBLE_MILLIS) {
            breaks(Promise.EXPIRED_STARTS_NOTHING, "wish %d, %d ms old, starts %s", n, age, starting);
        }
        for (String speaker : starting) {
            List<Long> wanting =
                    claims(speaker).stream().filter(wish -> wish <= n).toList();
            boolean wanted = wanting.stream().anyMatch(wish -> stands(wish, n));
            if (!wanted) {
                breaks(
                        Promise.TOLD_CANNOT_NEVER_HAPPENS,
                        "%s starts with wish %d, and whoever wanted it was told it cannot: wishes %s",
                        speaker,
                        n,
                        wanting);
            }
        }
    }

    /**
     * Whether a claim holds when {@code carrier} starts sound. A later wish counted from what was still open when it was
     * made; it may not carry along what had failed by then.
     */
    private boolean stands(long n, long carrier) {
        long when = carrier == n ? time.elapsed() : madeAt.getOrDefault(carrier, time.elapsed());
        Request maker = makers.get(n);
        boolean knownRefused = when - refusalKnownAt.getOrDefault(n, Long.MAX_VALUE / 2) > LAST_MESSAGE_MILLIS;
        return maker != null && !knownRefused && !maker.isToldCannot(when, LAST_MESSAGE_MILLIS);
    }

    /** The hub's word has reached the table. */
    void recorded(RoutingReport report) {
        if (report.fault().isPresent()) {
            refusalKnownAt.putIfAbsent(report.stamp().n(), time.elapsed());
        }
    }

    /** What the hub says; {@code heard} are the sinks that get sound at this moment. */
    void reported(RoutingReport report, Set<String> heard) {
        note("hub says %s %s", report.stamp(), report.fault());
        if (report.stamp().compareTo(answered) < 0) {
            breaks(Promise.NUMBERS_ONLY_RISE, "the hub answered %s after %s", report.stamp(), answered);
        }
        answered = report.stamp();
        if (report.stamp().n() > storeN) {
            breaks(Promise.NO_ANSWER_WITHOUT_WISH, "the hub answers %s, wished was %d", report.stamp(), storeN);
        }
        report.speakers().forEach((id, speaker) -> {
            // Until a wish is answered the hub tells what was true before it.
            boolean ofThis = report.stamp().equals(standing.stamp());
            if (ofThis && speaker.playing() && !standing.effective().of(id).on()) {
                Promise promise =
                        refused.contains(standing.stamp().n()) ? Promise.REFUSED_STAYS_REFUSED : Promise.CONVERGES;
                breaks(promise, "%s plays, and what was kept is %s", id, standing.effective());
            }
            if (speaker.playing() && !heard.contains(id.value())) {
                breaks(
                        Promise.REPORTED_PLAYING_IS_HEARD,
                        "%s is reported as playing, heard are %s, there are %s",
                        id,
                        heard,
                        room.present);
            }
        });
    }

    /** A person was answered; {@code heard} as in {@link #reported}. */
    void told(Request request, Told told, boolean delivered, Set<String> heard) {
        request.underWay -= delivered ? 1 : 0;
        boolean isNew = request.told != told;
        request.told = told;
        request.toldAt = time.elapsed();
        note("told %s: %s", told, request);
        if (isNew && told == Told.DONE && (request.n < 0 ? request.storeN : request.n) == storeN) {
            tellsTheTruth(request, heard);
        }
    }

    private void tellsTheTruth(Request request, Set<String> heard) {
        boolean audible = request.command.isAudible();
        for (String speaker : request.wanted) {
            // A hub that died unnoticed is still believed; what was asked before is then as it was.
            boolean unknowable = request.n < 0 && room.hubOff;
            boolean excused = unknowable || room.wasAwaySince(speaker, request.startedAt);
            boolean heardSince = heard.contains(speaker) || room.lastHeard(speaker) >= request.startedAt;
            if (audible ? !heardSince && !excused : heard.contains(speaker)) {
                breaks(Promise.TOLD_DONE_HAPPENED, "%s was told done; heard are %s", request, heard);
            }
        }
        RoutingWish wish = wish(request.n);
        Home.CONFIG.speakers().stream()
                .filter(speaker -> !wish.of(speaker.id()).on())
                .forEach(off -> claims(off.id().value()).removeIf(n -> n < request.n));
    }

    List<Request> toldLater() {
        return requests.values().stream()
                .filter(request -> request.told == Told.LATER)
                .toList();
    }
}
