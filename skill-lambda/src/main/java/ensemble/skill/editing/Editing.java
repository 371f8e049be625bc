package ensemble.skill.editing;

import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.SpeakerConfig;
import ensemble.skill.household.Household;
import ensemble.skill.household.HouseholdStore;
import ensemble.skill.household.HouseholdStore.Reading;
import ensemble.skill.household.StoreException;
import ensemble.skill.shadow.ShadowDesk;
import ensemble.skill.shadow.ShadowException;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Carries an edit out: decide, write the row if nobody was quicker, tell the box. Alexa learns of it from the status Lambda, which
 * sees the box's shadow change. Threads: any.
 */
public final class Editing {
    private static final System.Logger LOG = System.getLogger(Editing.class.getName());
    private static final int MOST_TRIES = 3;

    private final HouseholdStore store;
    private final ShadowDesk shadows;

    public Editing(HouseholdStore store, ShadowDesk shadows) {
        this.store = store;
        this.shadows = shadows;
    }

    private interface Write {
        void run() throws ShadowException;
    }

    /** @param house as just read */
    public EditOutcome carryOut(Household house, Edit edit) {
        try {
            return entered(house, edit);
        } catch (StoreException unavailable) {
            LOG.log(System.Logger.Level.WARNING, "the store failed an edit", unavailable);
            return new EditOutcome.Cannot(house, EditRefusal.TROUBLE);
        }
    }

    private EditOutcome entered(Household first, Edit edit) throws StoreException {
        Household house = first;
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            switch (HouseDesk.decide(edit, house)) {
                case Draft.Refused refused -> {
                    return new EditOutcome.Cannot(house, refused.why());
                }
                case Draft.Made made -> {
                    boolean same = made.config().n() == house.config().n();
                    if (same
                            || store.putConfig(
                                    house.user(), house.hub(), house.config().n(), made.config(), made.habits())) {
                        return same ? new EditOutcome.Done(house, made.id(), made.warnings()) : sent(house, made);
                    }
                }
            }
            house = store.load(house.user(), Reading.SURE)
                    .orElseThrow(() -> new StoreException("the house is gone while it was being changed"));
        }
        return new EditOutcome.Cannot(house, EditRefusal.BUSY);
    }

    /** What the box cannot be told is undone, so that "cannot" is true. */
    private EditOutcome sent(Household before, Draft.Made made) throws StoreException {
        Household after = before.with(made.config(), made.habits());
        try {
            surely(() -> shadows.writeConfig(after.hub(), made.config()));
        } catch (ShadowException unsent) {
            LOG.log(System.Logger.Level.WARNING, "a changed house could not be sent", unsent);
            var back = new ensemble.contract.state.HouseConfig(
                    made.config().n() + 1,
                    before.config().speakers(),
                    before.config().groups());
            boolean undone =
                    store.putConfig(after.user(), after.hub(), made.config().n(), back, before.habits());
            return new EditOutcome.Cannot(undone ? before.with(back, before.habits()) : after, EditRefusal.TROUBLE);
        }
        forget(before, after);
        return new EditOutcome.Done(after, made.id(), made.warnings());
    }

    /** The shadow merges what is wished of each speaker; one that is gone must be taken out by name. */
    private void forget(Household before, Household after) {
        Set<SpeakerId> gone = before.config().speakers().stream()
                .map(SpeakerConfig::id)
                .filter(id -> after.config().speaker(id).isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        if (gone.isEmpty()) {
            return;
        }
        try {
            surely(() -> shadows.forget(after.hub(), gone));
        } catch (ShadowException unsent) {
            LOG.log(System.Logger.Level.WARNING, "speakers that are gone stay in the shadow: " + gone, unsent);
        }
    }

    private static void surely(Write write) throws ShadowException {
        for (int tries = 1; ; tries++) {
            try {
                write.run();
                return;
            } catch (ShadowException unsent) {
                if (tries == MOST_TRIES) {
                    throw unsent;
                }
            }
        }
    }
}
