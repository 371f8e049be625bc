package ensemble.skill.smarthome.capability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.contract.id.GroupId;
import ensemble.contract.id.OutputId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.GroupConfig;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.Member;
import ensemble.contract.state.SpeakerConfig;
import ensemble.contract.value.Name;
import ensemble.contract.value.Role;
import ensemble.contract.value.SyncTier;
import ensemble.skill.certify.Certifies;
import ensemble.skill.fake.Houses;
import ensemble.skill.household.Habits;
import ensemble.skill.household.Household;
import ensemble.skill.household.Settings;
import ensemble.skill.smarthome.EndpointRef;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CatalogTest {
    @Test
    @Certifies("S5")
    void oneDeviceThatCannotBeDescribedHidesNoOther() {
        int all = Catalog.of(Houses.demo()).endpoints().size();
        Catalog catalog = Catalog.of(Houses.demo(), (house, endpoint) -> {
            if (endpoint.equals(new EndpointRef.Group(Houses.PATIO))) {
                throw new IllegalStateException("planted: this group cannot be described");
            }
            return Description.of(house, endpoint);
        });
        assertEquals(all - 1, catalog.endpoints().size());
    }

    @Test
    @Certifies("S5")
    void theLargestHouseFitsIntoAlexasBounds() {
        List<SpeakerConfig> speakers = new ArrayList<>();
        List<GroupConfig> groups = new ArrayList<>();
        TreeMap<SpeakerId, Member> members = new TreeMap<>();
        for (int i = 0; i < 16; i++) {
            SpeakerId id = new SpeakerId("speaker-" + i);
            speakers.add(
                    new SpeakerConfig(id, new Name("Speaker number " + i + " of the house"), new OutputId("o-" + i)));
            members.put(id, Member.plain(Role.STEREO));
        }
        for (int i = 0; i < 16; i++) {
            groups.add(new GroupConfig(
                    new GroupId("group-" + i), new Name("Group number " + i + " of it all"), members, SyncTier.TIGHT));
        }
        Household house = Houses.demo()
                .with(new HouseConfig(2, speakers, groups), Habits.NONE.with(new Settings(false, true, "de-DE")));
        Catalog catalog = Catalog.of(house);
        assertEquals(16 * 3 + 1 + 16 * 3, catalog.endpoints().size());
        int bytes = catalog.endpoints().stream()
                .mapToInt(endpoint -> endpoint.toString().length())
                .sum();
        assertTrue(bytes < 256 * 1024, () -> bytes + " bytes");
    }

    @Test
    void namesThatWouldHideADeviceAreCleaned() {
        assertEquals("Patio  left", FriendlyName.of(new Name("Patio (left)"), "patio"));
        assertEquals("patio", FriendlyName.of(new Name("**"), "patio"));
    }
}
