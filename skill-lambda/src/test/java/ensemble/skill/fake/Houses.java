package ensemble.skill.fake;

import ensemble.contract.id.GroupId;
import ensemble.contract.id.HubId;
import ensemble.contract.id.OutputId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.GroupConfig;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.Member;
import ensemble.contract.state.SpeakerConfig;
import ensemble.contract.value.Name;
import ensemble.contract.value.Role;
import ensemble.contract.value.SyncTier;
import ensemble.skill.household.Household;
import ensemble.skill.household.HubPresence;
import ensemble.skill.household.Reports;
import ensemble.skill.household.Route;
import ensemble.skill.household.UserId;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The demo house: a kitchen shelf, a patio pair, a deck. */
public final class Houses {
    public static final UserId DEMO = new UserId("demo");
    public static final HubId HUB = new HubId("speaker-box");
    public static final SpeakerId SHELF = new SpeakerId("kitchen-shelf");
    public static final SpeakerId LEFT = new SpeakerId("patio-left");
    public static final SpeakerId RIGHT = new SpeakerId("patio-right");
    public static final SpeakerId DECK = new SpeakerId("deck");
    public static final GroupId KITCHEN = new GroupId("kitchen");
    public static final GroupId PATIO = new GroupId("patio");
    public static final GroupId BACKYARD = new GroupId("backyard");
    public static final GroupId ALL = new GroupId("all");

    public static final HouseConfig CONFIG = new HouseConfig(
            1,
            List.of(
                    speaker(SHELF, "Kitchen Shelf"),
                    speaker(LEFT, "Patio Left"),
                    speaker(RIGHT, "Patio Right"),
                    speaker(DECK, "Deck")),
            List.of(
                    group(KITCHEN, "Kitchen", Role.STEREO, SHELF),
                    new GroupConfig(
                            PATIO, new Name("Patio"), members(LEFT, Role.LEFT, RIGHT, Role.RIGHT), SyncTier.STUDIO),
                    group(BACKYARD, "Backyard speakers", Role.STEREO, LEFT, RIGHT, DECK),
                    group(ALL, "All speakers", Role.STEREO, SHELF, LEFT, RIGHT, DECK)));

    private Houses() {}

    /** Online, nothing wished yet, nothing reported. */
    public static Household demo() {
        return new Household(
                DEMO,
                HUB,
                new HubPresence.Online(FakeTime.START),
                CONFIG,
                Route.NONE,
                Reports.NONE,
                Optional.empty(),
                List.of());
    }

    private static SpeakerConfig speaker(SpeakerId id, String name) {
        return new SpeakerConfig(id, new Name(name), new OutputId(id.value()));
    }

    private static GroupConfig group(GroupId id, String name, Role role, SpeakerId... speakers) {
        SortedMap<SpeakerId, Member> members = new TreeMap<>();
        for (SpeakerId speaker : speakers) {
            members.put(speaker, Member.plain(role));
        }
        return new GroupConfig(id, new Name(name), members, SyncTier.TIGHT);
    }

    private static SortedMap<SpeakerId, Member> members(SpeakerId one, Role oneRole, SpeakerId two, Role twoRole) {
        SortedMap<SpeakerId, Member> members = new TreeMap<>();
        members.put(one, Member.plain(oneRole));
        members.put(two, Member.plain(twoRole));
        return members;
    }
}
