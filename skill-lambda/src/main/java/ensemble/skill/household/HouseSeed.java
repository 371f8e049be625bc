package ensemble.skill.household;

import ensemble.contract.id.HubId;
import ensemble.contract.state.HouseConfig;
import ensemble.skill.shadow.ShadowDesk;
import ensemble.skill.shadow.ShadowException;

/** Makes a house: rows first, then the hub's desired config, so that a hub never serves a house nobody owns. */
public final class HouseSeed {
    private final HouseholdStore store;
    private final ShadowDesk shadows;

    public HouseSeed(HouseholdStore store, ShadowDesk shadows) {
        this.store = store;
        this.shadows = shadows;
    }

    /**
     * Safe to repeat: an existing house keeps its rows, and its config is sent again.
     *
     * @return whether the house was made now
     */
    public boolean plant(UserId user, HubId hub, HouseConfig config) throws StoreException, ShadowException {
        boolean made = store.create(user, hub, config);
        HouseConfig standing = made
                ? config
                : store.load(user, HouseholdStore.Reading.SURE)
                        .filter(house -> house.hub().equals(hub))
                        .orElseThrow(() -> new StoreException("hub " + hub + " belongs to another house"))
                        .config();
        shadows.writeConfig(hub, standing);
        return made;
    }
}
