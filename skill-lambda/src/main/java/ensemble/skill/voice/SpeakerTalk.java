package ensemble.skill.voice;

import com.amazon.ask.model.Response;
import ensemble.contract.shadow.ShadowName;
import ensemble.contract.state.Act;
import ensemble.contract.state.HealthReport;
import ensemble.contract.state.SpeakerConfig;
import ensemble.contract.state.SpeakerHealth;
import ensemble.contract.state.SpeakerReport;
import ensemble.skill.command.Command;
import ensemble.skill.command.Subject;
import ensemble.skill.household.Household;
import ensemble.skill.voice.speech.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One speaker: which it is, how it is, calling it back; and pairing a new one. */
final class SpeakerTalk implements Talk {
    private static final Set<ShadowName> STATE = Set.of(ShadowName.ROUTING, ShadowName.HEALTH);

    private final VoiceHouse houses;
    private final Facts facts;
    private final Doing doing;

    SpeakerTalk(VoiceHouse houses, Facts facts, Doing doing) {
        this.houses = houses;
        this.facts = facts;
        this.doing = doing;
    }

    @Override
    public Map<String, Reply> answers() {
        return Map.of(
                "IdentifySpeakerIntent", turn -> act(turn, Act.IDENTIFY, Line.IDENTIFIED),
                "ReconnectSpeakerIntent", this::reconnect,
                "SpeakerStateIntent",
                        turn -> houses.withSpeaker(
                                turn,
                                (house, speaker) -> facts.with(turn, house, STATE, now -> state(turn, now, speaker))),
                "PairSpeakerIntent",
                        turn -> houses.withHouse(
                                turn,
                                house -> turn.askWhether(
                                        new Asked(Asked.What.PAIR, Map.of()), turn.say(Line.PAIR_READY))));
    }

    /** It blinks: the box may look for it. */
    Optional<Response> pair(Turn turn) {
        return houses.withHouse(
                turn,
                house -> doing.perform(
                        turn,
                        house,
                        new Command.Perform(Act.PAIR, Subject.whole()),
                        "",
                        done -> turn.say(Line.PAIR_SEARCHING)));
    }

    /** It does not blink yet: another hint, then the question again. */
    Optional<Response> pairLater(Turn turn) {
        return turn.isMissedTooOften()
                ? turn.tell(Line.PAIR_STOPPED)
                : turn.askWhether(new Asked(Asked.What.PAIR, Map.of()), turn.say(Line.PAIR_NOT_BLINKING));
    }

    private Optional<Response> act(Turn turn, Act act, Line line) {
        return houses.withSpeaker(
                turn,
                (house, speaker) -> doing.perform(
                        turn,
                        house,
                        new Command.Perform(act, Subject.of(speaker.id())),
                        speaker.name().text(),
                        done -> turn.say(line, speaker.name())));
    }

    private Optional<Response> reconnect(Turn turn) {
        return act(turn, Act.RECONNECT, Line.RECONNECTING);
    }

    private static Optional<Response> state(Turn turn, Household house, SpeakerConfig speaker) {
        Optional<SpeakerReport> report = house.reports()
                .routing()
                .flatMap(routing -> Optional.ofNullable(routing.speakers().get(speaker.id())));
        if (report.isEmpty()) {
            return turn.tell(Line.SPEAKER_NOT_KNOWN_YET, speaker.name());
        }
        List<String> sentences = new ArrayList<>();
        SpeakerReport said = report.get();
        sentences.add(
                !said.connected()
                        ? turn.say(Line.SPEAKER_NOT_CONNECTED, speaker.name())
                        : said.playing()
                                ? turn.say(
                                        Line.SPEAKER_PLAYING,
                                        speaker.name(),
                                        said.volume().points())
                                : turn.say(Line.SPEAKER_CONNECTED, speaker.name()));
        SpeakerHealth health = house.reports()
                .health()
                .map(HealthReport::speakers)
                .flatMap(speakers -> Optional.ofNullable(speakers.get(speaker.id())))
                .orElse(SpeakerHealth.UNKNOWN);
        trouble(turn, speaker, health).ifPresent(sentences::add);
        sentences.add(
                health.batteryPercent().isPresent()
                        ? turn.say(
                                Line.BATTERY_AT,
                                turn.phrases()
                                        .words()
                                        .percent(health.batteryPercent().getAsInt()))
                        : turn.say(Line.BATTERY_UNKNOWN));
        return turn.withCard().tell(String.join(" ", sentences));
    }

    static Optional<String> trouble(Turn turn, SpeakerConfig speaker, SpeakerHealth health) {
        return switch (health.trouble()) {
            case NONE -> Optional.empty();
            case AWAY -> Optional.of(turn.say(Line.TROUBLE_AWAY));
            case GIVEN_UP -> Optional.of(turn.say(Line.TROUBLE_GIVEN_UP, speaker.name()));
            case FLAPPING -> Optional.of(turn.say(Line.TROUBLE_FLAPPING));
            case STANDBY -> Optional.of(turn.say(Line.TROUBLE_STANDBY));
            case BATTERY_LOW -> Optional.of(turn.say(Line.TROUBLE_BATTERY_LOW));
            case NO_SOUND_TAKEN -> Optional.of(turn.say(Line.TROUBLE_NO_SOUND_TAKEN));
            case NOT_PAIRED -> Optional.of(turn.say(Line.TROUBLE_NOT_PAIRED));
            case NO_CAPACITY -> Optional.of(turn.say(Line.TROUBLE_NO_CAPACITY));
        };
    }
}
