package ensemble.skill.voice;

import com.amazon.ask.model.Response;
import ensemble.contract.shadow.ShadowName;
import ensemble.contract.state.SyncReport;
import ensemble.skill.household.Household;
import ensemble.skill.household.Reports;
import ensemble.skill.shadow.ShadowDesk;
import ensemble.skill.shadow.ShadowException;
import ensemble.skill.voice.speech.Line;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The hub's own latest word, for whoever asks. Of a hub that is away nothing is claimed. */
final class Facts {
    private final ShadowDesk shadows;
    private final InstantSource clock;

    Facts(ShadowDesk shadows, InstantSource clock) {
        this.shadows = shadows;
        this.clock = clock;
    }

    /** Calls {@code then} with the house as its hub reports it now; says so where it cannot be known. */
    Optional<Response> with(Turn turn, Household house, Set<ShadowName> needed, VoiceHouse.InHouse then) {
        if (!house.presence().isOnline()) {
            return turn.tell(Refusals.unknown(turn, house.presence(), clock.instant()), Turn.Came.CANNOT);
        }
        Household fresh;
        try {
            fresh = read(house, needed);
        } catch (ShadowException unread) {
            return turn.cannot(Line.TROUBLE);
        }
        return then.answer(fresh);
    }

    private Household read(Household house, Set<ShadowName> needed) throws ShadowException {
        Reports reports = house.reports();
        if (needed.contains(ShadowName.ROUTING)) {
            reports = new Reports(
                    shadows.read(house.hub(), ShadowName.ROUTING).routing().or(reports::routing),
                    reports.sync(),
                    reports.health());
        }
        if (needed.contains(ShadowName.SYNC)) {
            SyncReport nothing = new SyncReport(new TreeMap<>(), new TreeMap<>());
            reports = new Reports(
                    reports.routing(),
                    Optional.of(
                            shadows.read(house.hub(), ShadowName.SYNC).sync().orElse(nothing)),
                    reports.health());
        }
        if (needed.contains(ShadowName.HEALTH)) {
            reports = new Reports(
                    reports.routing(),
                    reports.sync(),
                    shadows.read(house.hub(), ShadowName.HEALTH).health().or(reports::health));
        }
        return house.with(reports);
    }
}
