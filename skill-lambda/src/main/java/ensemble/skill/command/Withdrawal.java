package ensemble.skill.command;

import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.RoutingReport;
import ensemble.contract.state.RoutingWish;
import ensemble.contract.state.SpeakerWish;
import ensemble.contract.state.Ticket;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The wish that takes one back. Pure. */
final class Withdrawal {
    private Withdrawal() {}

    /**
     * Undoes what {@code ours} changed against {@code before}, except where somebody has wished otherwise since, and calls
     * back its act.
     *
     * @param now the wish that stands; the result is numbered one above it
     */
    static RoutingWish of(RoutingWish before, RoutingWish ours, RoutingWish now) {
        SortedMap<SpeakerId, SpeakerWish> speakers = new TreeMap<>(now.speakers());
        speakers.replaceAll((id, standing) -> {
            boolean oursToUndo = !ours.of(id).equals(before.of(id)) && standing.equals(ours.of(id));
            return oursToUndo ? before.of(id) : standing;
        });
        List<Ticket> others =
                now.tickets().stream().filter(ticket -> ticket.n() != ours.n()).toList();
        return new RoutingWish(now.n() + 1, speakers, others);
    }

    /** {@code before}, less what {@code ours} silenced: undoing down to this turns nothing on. */
    static RoutingWish startingNothing(RoutingWish before, RoutingWish ours) {
        SortedMap<SpeakerId, SpeakerWish> speakers = new TreeMap<>(before.speakers());
        speakers.replaceAll((id, speaker) -> ours.of(id).on() ? speaker : speaker.turned(false));
        return before.with(speakers);
    }

    /**
     * {@code before} where it failed too: whatever {@code ours} changed about it ends in silence. Only a speaker that is heard
     * and whose volume alone it changed plays on, as loud as it is.
     */
    static RoutingWish failedToo(RoutingWish before, RoutingWish ours, Optional<RoutingReport> report) {
        SortedMap<SpeakerId, SpeakerWish> speakers = new TreeMap<>(before.speakers());
        speakers.replaceAll((id, speaker) -> {
            if (ours.of(id).equals(speaker)) {
                return speaker;
            }
            SpeakerWish volumeOnly =
                    speaker.at(ours.of(id).volume()).muted(ours.of(id).muted());
            return report.map(said -> said.speakers().get(id))
                    .filter(heard -> heard.playing() && volumeOnly.equals(ours.of(id)))
                    .map(heard -> speaker.at(heard.volume()).muted(heard.muted()))
                    .orElse(speaker.turned(false));
        });
        return before.with(speakers);
    }
}
