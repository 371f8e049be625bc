package ensemble.skill.report;

import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.RoutingReport;
import ensemble.contract.state.RoutingWish;
import ensemble.contract.state.SpeakerReport;
import ensemble.contract.state.SpeakerWish;
import ensemble.skill.household.Household;
import ensemble.skill.household.HouseholdStore;
import ensemble.skill.household.HouseholdStore.Reading;
import ensemble.skill.household.StoreException;
import ensemble.skill.shadow.ShadowDesk;
import ensemble.skill.shadow.ShadowException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes what was commanded on the box's own page the next wish. Where the cloud has wished meanwhile without knowing of it, each
 * field goes to who named it, and to the cloud where both did.
 */
final class Adoption {
    private static final System.Logger LOG = System.getLogger(Adoption.class.getName());
    private static final int MOST_TRIES = 3;

    private final HouseholdStore households;
    private final ShadowDesk shadows;

    Adoption(HouseholdStore households, ShadowDesk shadows) {
        this.households = households;
        this.shadows = shadows;
    }

    /**
     * @param before what the box said last, from which it is seen what the cloud has named since
     * @return the house with the wish that stands now
     */
    Household adopt(Household latest, Optional<RoutingReport> before, RoutingReport report) throws StoreException {
        if (report.patch().isEmpty()) {
            return latest;
        }
        Household house = latest;
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            RoutingWish wish = house.route().wish();
            RoutingWish next = merged(wish, before, report);
            if (next.speakers().equals(wish.speakers()) || report.stamp().n() > wish.n()) {
                return house;
            }
            RoutingWish numbered = next.numbered(wish.n() + 1);
            if (households.putRoute(house.user(), wish.n(), house.route().adopting(numbered))) {
                Household adopted = house.with(house.route().adopting(numbered));
                send(adopted);
                return adopted;
            }
            house = households
                    .load(house.user(), Reading.SURE)
                    .orElseThrow(() -> new StoreException("the house is gone while it reports"))
                    .with(report);
        }
        throw new StoreException("a command given on the box could not be adopted in " + MOST_TRIES + " tries");
    }

    static RoutingWish merged(RoutingWish wish, Optional<RoutingReport> before, RoutingReport report) {
        boolean cloudKnew = report.stamp().n() == wish.n();
        SortedMap<SpeakerId, SpeakerWish> speakers = new TreeMap<>(wish.speakers());
        report.patch().forEach((id, patched) -> {
            Optional<SpeakerReport> was = before.map(said -> said.speakers().get(id));
            SpeakerWish cloud = wish.of(id);
            speakers.put(id, cloudKnew || was.isEmpty() ? patched : fieldwise(cloud, was.get(), patched));
        });
        return wish.with(speakers);
    }

    /** What the cloud's wish says as the box had it, the cloud did not name. */
    private static SpeakerWish fieldwise(SpeakerWish cloud, SpeakerReport was, SpeakerWish patched) {
        return new SpeakerWish(
                cloud.on() == was.playing() ? patched.on() : cloud.on(),
                cloud.volume().equals(was.volume()) ? patched.volume() : cloud.volume(),
                cloud.muted() == was.muted() ? patched.muted() : cloud.muted(),
                cloud.role() == was.role() ? patched.role() : cloud.role());
    }

    /** The box has it already; unsent, the shadow is behind until the next wish. */
    private void send(Household house) {
        try {
            shadows.writeWish(house.hub(), house.route().wish());
        } catch (ShadowException unsent) {
            LOG.log(System.Logger.Level.WARNING, "an adopted command could not be sent", unsent);
        }
    }
}
