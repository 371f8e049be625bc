package ensemble.skill.household;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.contract.id.HubId;
import ensemble.contract.state.HouseConfig;
import ensemble.skill.fake.FakeHouseholdStore;
import ensemble.skill.fake.FakeShadowDesk;
import ensemble.skill.fake.Houses;
import ensemble.skill.shadow.ShadowException;
import java.util.List;
import org.junit.jupiter.api.Test;

class HouseSeedTest {
    private final FakeHouseholdStore store = new FakeHouseholdStore();
    private final FakeShadowDesk shadows = new FakeShadowDesk(Houses.HUB);
    private final HouseSeed seed = new HouseSeed(store, shadows);

    @Test
    void makesTheRowsAndSendsTheConfig() throws StoreException, ShadowException {
        assertTrue(seed.plant(Houses.DEMO, Houses.HUB, Houses.CONFIG));
        assertEquals(Houses.CONFIG, store.house(Houses.DEMO).config());
        assertEquals(List.of(Houses.CONFIG), shadows.configs);
    }

    @Test
    void aSecondTimeTheHouseStaysAsItIs() throws StoreException, ShadowException {
        seed.plant(Houses.DEMO, Houses.HUB, Houses.CONFIG);
        assertFalse(seed.plant(Houses.DEMO, Houses.HUB, HouseConfig.EMPTY));
        assertEquals(List.of(Houses.CONFIG, Houses.CONFIG), shadows.configs);
    }

    @Test
    void anothersHubIsNotTouched() throws StoreException, ShadowException {
        seed.plant(Houses.DEMO, Houses.HUB, Houses.CONFIG);
        UserId thief = new UserId("thief");
        assertThrows(StoreException.class, () -> seed.plant(thief, Houses.HUB, HouseConfig.EMPTY));
        assertThrows(StoreException.class, () -> seed.plant(Houses.DEMO, new HubId("second"), HouseConfig.EMPTY));
        assertEquals(1, shadows.configs.size());
    }
}
