package ensemble.skill.voice;

import com.amazon.ask.model.Response;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.shadow.ShadowName;
import ensemble.contract.state.GroupConfig;
import ensemble.contract.state.SpeakerConfig;
import ensemble.skill.household.Household;
import ensemble.skill.voice.speech.Line;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What there is, and where it plays. */
final class ListTalk implements Talk {
    private static final Set<ShadowName> ROUTING = Set.of(ShadowName.ROUTING);
    private static final Set<ShadowName> ROUTING_AND_SYNC = Set.of(ShadowName.ROUTING, ShadowName.SYNC);

    private final VoiceHouse houses;
    private final Facts facts;

    ListTalk(VoiceHouse houses, Facts facts) {
        this.houses = houses;
        this.facts = facts;
    }

    @Override
    public Map<String, Reply> answers() {
        return Map.of(
                "ListGroupsIntent", turn -> houses.withHouse(turn, house -> groups(turn, house)),
                "ListSpeakersIntent", this::speakers,
                "WhereIsItPlayingIntent",
                        turn -> houses.withHouse(
                                turn, house -> facts.with(turn, house, ROUTING_AND_SYNC, now -> where(turn, now))));
    }

    private static Optional<Response> groups(Turn turn, Household house) {
        List<GroupConfig> groups = house.config().groups();
        if (groups.isEmpty()) {
            return turn.tell(Line.NO_GROUPS);
        }
        Screen.show(turn, house);
        return turn.withCard()
                .tell(
                        Line.LIST_GROUPS,
                        turn.phrases()
                                .words()
                                .all(groups.stream().map(GroupConfig::name).toList()));
    }

    private Optional<Response> speakers(Turn turn) {
        return houses.withPlaceOr(
                turn,
                VoiceHouse.GROUP_SLOT,
                (house, place) -> switch (place) {
                    case Place.OfGroup one ->
                        turn.withCard()
                                .tell(
                                        Line.GROUP_HAS,
                                        one.group().name(),
                                        turn.phrases()
                                                .words()
                                                .all(Doing.names(
                                                        house.config(),
                                                        one.group().members().keySet())));
                    case Place.OfSpeaker one -> every(turn, house);
                    case Place.Everywhere all -> every(turn, house);
                },
                house -> every(turn, house));
    }

    /** Who cannot be reached is said only while the hub can be asked. */
    private Optional<Response> every(Turn turn, Household house) {
        List<SpeakerConfig> speakers = house.config().speakers();
        if (speakers.isEmpty()) {
            return turn.tell(Line.NO_SPEAKERS);
        }
        String all = turn.say(
                Line.LIST_SPEAKERS,
                turn.phrases()
                        .words()
                        .all(speakers.stream().map(SpeakerConfig::name).toList()));
        if (!house.presence().isOnline()) {
            return turn.withCard().tell(all);
        }
        return facts.with(turn, house, ROUTING, now -> {
            List<SpeakerId> away = now.reports().routing().stream()
                    .flatMap(report -> report.speakers().entrySet().stream())
                    .filter(speaker -> !speaker.getValue().connected())
                    .map(Map.Entry::getKey)
                    .toList();
            String missing = away.isEmpty()
                    ? ""
                    : " "
                            + turn.say(
                                    Line.SPEAKERS_AWAY_NOW,
                                    turn.phrases().words().all(Doing.names(now.config(), away)));
            return turn.withCard().tell(all + missing);
        });
    }

    private static Optional<Response> where(Turn turn, Household house) {
        Screen.show(turn, house);
        return Playing.words(turn, house)
                .map(where -> turn.withCard().tell(Line.PLAYS_ON, where))
                .orElseGet(() -> turn.withCard().tell(Line.PLAYS_NOWHERE));
    }
}
