package ensemble.skill.voice;

import com.amazon.ask.model.Response;
import ensemble.catalogue.advise.Inventory;
import ensemble.catalogue.advise.Ranked;
import ensemble.skill.voice.speech.Line;
import ensemble.skill.voice.speech.Translations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** "Which way should I connect my speakers?": the method that fits what they own. Whoever asks has an Echo. */
final class AdviceTalk implements Talk {
    private final Knowledge knowledge;
    private final VoiceHouse houses;

    AdviceTalk(Knowledge knowledge, VoiceHouse houses) {
        this.knowledge = knowledge;
        this.houses = houses;
    }

    @Override
    public Map<String, Reply> answers() {
        return Map.of("AdviseIntent", this::advise);
    }

    private Optional<Response> advise(Turn turn) {
        List<String> models = Stream.of(turn.said(LinkTalk.MODEL), turn.said(LinkTalk.OTHER))
                .flatMap(Optional::stream)
                .toList();
        if (models.isEmpty()) {
            return turn.askFor(LinkTalk.MODEL, turn.say(Line.ADVISE_MODELS));
        }
        String last = models.getLast();
        List<Inventory.Owned> owned = Stream.of(models.getFirst(), last)
                .map(model -> new Inventory.Owned(model, null, List.of()))
                .toList();
        Inventory inventory = new Inventory(
                List.of("Echo"), owned, null, houses.house(turn).isPresent(), null, null, null, null, null, null);
        List<Ranked> ranked = knowledge.books().advise().rank(inventory).stream()
                .filter(one -> one.rank() != null)
                .limit(2)
                .toList();
        return turn.withCard().tell(words(turn, ranked));
    }

    private static String words(Turn turn, List<Ranked> ranked) {
        if (ranked.isEmpty()) {
            return turn.say(Line.ADVISE_NONE);
        }
        Ranked best = ranked.getFirst();
        Double offset = best.offsetMs();
        List<String> sentences = new ArrayList<>();
        sentences.add(
                offset == null
                        ? turn.say(Line.ADVISE_BEST, method(turn, best))
                        : turn.say(
                                Line.ADVISE_BEST_OFFSET,
                                method(turn, best),
                                turn.phrases().words().millis(offset * 1_000)));
        if (ranked.size() > 1) {
            sentences.add(turn.say(Line.ADVISE_NEXT, method(turn, ranked.getLast())));
        }
        return String.join(" ", sentences);
    }

    private static String method(Turn turn, Ranked ranked) {
        return Translations.of(turn.phrases().language())
                .of("method." + ranked.method().id(), ranked.method().name());
    }
}
