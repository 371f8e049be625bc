package ensemble.skill.command;

import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.RoutingReport;
import ensemble.contract.state.RoutingWish;
import ensemble.contract.state.SpeakerReport;
import ensemble.contract.state.SpeakerWish;
import ensemble.skill.household.Household;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the next command counts from. Usually the last wish, answered or not; but what was changed on the box since, and
 * what the box refused, is taken from its report.
 */
final class Standing {
    private Standing() {}

    static RoutingWish of(Household house) {
        RoutingWish wish = house.route().wish();
        Optional<RoutingReport> report = house.reports().routing();
        if (report.isEmpty()) {
            return wish;
        }
        if (isRefused(wish, report.get())) {
            return asHeard(wish, wish.speakers().keySet(), report.get());
        }
        boolean changedOnTheBox =
                report.get().stamp().n() == wish.n() && report.get().stamp().k() > 0;
        if (!changedOnTheBox) {
            return wish;
        }
        return report.get().patch().isEmpty()
                ? asSetOnTheBox(wish, report.get())
                : patched(wish, report.get().patch());
    }

    /** The wish with those of {@code concerned} on that are heard now, and none else of them. */
    static RoutingWish asHeard(RoutingWish wish, Set<SpeakerId> concerned, RoutingReport report) {
        SortedMap<SpeakerId, SpeakerWish> speakers = new TreeMap<>(wish.speakers());
        speakers.replaceAll((id, speaker) -> {
            SpeakerReport heard = report.speakers().get(id);
            return concerned.contains(id) ? asHeard(speaker, heard) : speaker;
        });
        return wish.with(speakers);
    }

    private static SpeakerWish asHeard(SpeakerWish wished, @Nullable SpeakerReport heard) {
        return heard == null
                ? wished.turned(false)
                : new SpeakerWish(heard.playing(), heard.volume(), heard.muted(), wished.role());
    }

    /** What the hub refused it will not do later; a next wish must not carry it along. */
    private static boolean isRefused(RoutingWish wish, RoutingReport report) {
        boolean byFault = report.stamp().n() == wish.n() && report.fault().isPresent();
        return wish.n() > 0 && (byFault || report.lastExpired().orElse(-1) == wish.n());
    }

    /** The wish with what was commanded on the box. */
    static RoutingWish patched(RoutingWish wish, SortedMap<SpeakerId, SpeakerWish> patch) {
        SortedMap<SpeakerId, SpeakerWish> speakers = new TreeMap<>(wish.speakers());
        speakers.putAll(patch);
        return wish.with(speakers);
    }

    /** A speaker that is away cannot play, so its silence says nothing about what was set. */
    private static RoutingWish asSetOnTheBox(RoutingWish wish, RoutingReport report) {
        SortedMap<SpeakerId, SpeakerWish> speakers = new TreeMap<>(wish.speakers());
        report.speakers().forEach((id, heard) -> {
            boolean on = heard.connected() ? heard.playing() : wish.of(id).on();
            speakers.put(id, new SpeakerWish(on, heard.volume(), heard.muted(), heard.role()));
        });
        return wish.with(speakers);
    }
}
