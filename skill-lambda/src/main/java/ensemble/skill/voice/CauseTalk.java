package ensemble.skill.voice;

import com.amazon.ask.model.Response;
import ensemble.catalogue.data.Cause;
import ensemble.catalogue.explain.Explained;
import ensemble.contract.shadow.ShadowName;
import ensemble.contract.state.EchoLink;
import ensemble.contract.state.HealthReport;
import ensemble.skill.household.Household;
import ensemble.skill.voice.speech.Line;
import ensemble.skill.voice.speech.Translations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** "Why does the patio cut out?": causes ranked by the box's own evidence, joined with the catalogue's; one remedy each. */
final class CauseTalk implements Talk {
    private static final int MOST_CAUSES = 2;
    private static final int MOST_SEEN = 3;

    private final VoiceHouse houses;
    private final Facts facts;
    private final Knowledge knowledge;

    CauseTalk(VoiceHouse houses, Facts facts, Knowledge knowledge) {
        this.houses = houses;
        this.facts = facts;
        this.knowledge = knowledge;
    }

    @Override
    public Map<String, Reply> answers() {
        return Map.of(
                "WhyCutsOutIntent", turn -> why(turn, "drops-minutes"),
                "WhySilentIntent", turn -> why(turn, "connected-silent"),
                "WhyEchoIntent", turn -> why(turn, "echo"));
    }

    private Optional<Response> why(Turn turn, String symptom) {
        return houses.withPlaceOr(
                turn,
                "target",
                (house, place) -> seen(turn, house, place, symptom),
                house -> seen(turn, house, Playing.place(house), symptom));
    }

    private Optional<Response> seen(Turn turn, Household house, Place place, String symptom) {
        return facts.with(
                turn,
                house,
                Set.of(ShadowName.ROUTING, ShadowName.SYNC, ShadowName.HEALTH),
                now -> told(turn, now, place, symptom));
    }

    private Optional<Response> told(Turn turn, Household house, Place place, String symptom) {
        Clues clues = Clues.of(turn, house, place);
        Explained explained = knowledge.books().explain().explain(symptom, clues.evidence());
        List<String> sentences = new ArrayList<>();
        int number = 0;
        for (Explained.Likely likely :
                explained.causes().stream().limit(MOST_CAUSES).toList()) {
            String name = cause(turn, likely.cause(), "name", likely.cause().name());
            String remedy = cause(turn, likely.cause(), "remedy", likely.cause().remedy());
            sentences.add(
                    number == 0
                            ? turn.say(Line.CAUSES_FOR, place.name(turn.phrases()), name, remedy)
                            : turn.say(Line.CAUSES_NEXT, name, remedy));
            number++;
        }
        List<String> seen = clues.words().stream().limit(MOST_SEEN).toList();
        sentences.add(
                seen.isEmpty()
                        ? turn.say(Line.CAUSES_UNSEEN)
                        : turn.say(Line.CAUSES_SEEN, turn.phrases().words().allOf(seen)));
        echo(turn, house).ifPresent(sentences::add);
        return turn.withCard().tell(String.join(" ", sentences));
    }

    private static Optional<String> echo(Turn turn, Household house) {
        EchoLink link = house.reports()
                .health()
                .map(HealthReport::echo)
                .map(echo -> echo.link())
                .orElse(EchoLink.UNKNOWN);
        return switch (link) {
            case SILENT -> Optional.of(turn.say(Line.ECHO_SILENT));
            case NONE -> Optional.of(turn.say(Line.ECHO_NONE));
            case WRONG -> Optional.of(turn.say(Line.ECHO_WRONG));
            case FINE, UNKNOWN -> Optional.empty();
        };
    }

    private static String cause(Turn turn, Cause cause, String part, String english) {
        return Translations.of(turn.phrases().language()).of("cause." + cause.id() + "." + part, english);
    }
}
