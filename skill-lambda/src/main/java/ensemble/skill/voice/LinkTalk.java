package ensemble.skill.voice;

import com.amazon.ask.model.Response;
import ensemble.catalogue.ask.Answer;
import ensemble.catalogue.ask.Way;
import ensemble.catalogue.data.Fact;
import ensemble.catalogue.data.Model;
import ensemble.catalogue.data.Sureness;
import ensemble.catalogue.name.Match;
import ensemble.skill.voice.speech.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** "Can a Flip 6 link with a Charge 5?": the catalogue's answer, with how sure it is. Needs no account. */
final class LinkTalk implements Talk {
    static final String MODEL = "model";
    static final String OTHER = "other";

    private final Knowledge knowledge;

    LinkTalk(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    @Override
    public Map<String, Reply> answers() {
        return Map.of("CanLinkIntent", this::canLink);
    }

    private Optional<Response> canLink(Turn turn) {
        Optional<String> one = turn.said(MODEL);
        if (one.isEmpty()) {
            return turn.askFor(MODEL, turn.say(Line.WHICH_MODEL));
        }
        ensemble.catalogue.ask.Ask ask = knowledge.books().ask();
        Optional<String> other = turn.said(OTHER);
        Answer answer = other.map(second -> ask.about(one.get(), second)).orElseGet(() -> ask.about(one.get()));
        for (int i = 0; i < answer.models().size(); i++) {
            Match match = answer.models().get(i);
            if (match.model().isEmpty()) {
                return unknown(turn, match, i == 0 ? MODEL : OTHER);
            }
        }
        return turn.withCard().tell(words(turn, answer));
    }

    /** A model that is not known is told so; one of several is asked back. */
    static Optional<Response> unknown(Turn turn, Match match, String slot) {
        String heard = VoiceHouse.shortened(match.asked().strip());
        return match.candidates().isEmpty()
                ? turn.cannot(Line.MODEL_UNKNOWN, heard)
                : turn.askFor(
                        slot,
                        turn.say(
                                Line.MODEL_UNSURE,
                                heard,
                                turn.phrases()
                                        .words()
                                        .anyOf(match.candidates().stream()
                                                .limit(3)
                                                .map(Model::shown)
                                                .toList())));
    }

    private static String words(Turn turn, Answer answer) {
        List<Model> models = answer.models().stream()
                .map(Match::model)
                .flatMap(Optional::stream)
                .toList();
        String one = models.getFirst().shown();
        String other = models.getLast().shown();
        boolean alike = models.getFirst().id().equals(models.getLast().id());
        List<String> sentences = new ArrayList<>();
        switch (answer.canLink()) {
            case YES -> {
                String modes = modes(turn, answer);
                sentences.add(
                        alike ? turn.say(Line.LINK_YES_TWO, one, modes) : turn.say(Line.LINK_YES, one, other, modes));
                sentences.addAll(details(turn, answer.ways().getFirst()));
                sentences.add(turn.say(Line.GUIDE_OFFER));
            }
            case NO -> {
                sentences.add(alike ? turn.say(Line.LINK_NO_TWO, one) : turn.say(Line.LINK_NO, one, other));
                sentences.add(turn.say(Line.INSTEAD_BOX));
            }
            case CONFLICT -> {
                sentences.add(turn.say(Line.LINK_CONFLICT, one, other));
                if (!answer.ways().isEmpty()) {
                    sentences.add(turn.say(Line.LINK_CONFLICT_MODE, modes(turn, answer)));
                }
                sentences.add(turn.say(Line.INSTEAD_BOX));
            }
            case UNKNOWN -> {
                sentences.add(turn.say(Line.LINK_UNKNOWN, one, other));
                sentences.add(turn.say(Line.INSTEAD_BOX));
            }
        }
        return String.join(" ", sentences);
    }

    /** The names of modes are the makers' own and the same in every language. */
    private static String modes(Turn turn, Answer answer) {
        return turn.phrases()
                .words()
                .anyOf(answer.ways().stream().map(Way::mode).distinct().limit(2).collect(Collectors.toList()));
    }

    private static List<String> details(Turn turn, Way way) {
        List<String> sentences = new ArrayList<>();
        if (way.firmwareMin() != null) {
            sentences.add(turn.say(Line.NEEDS_FIRMWARE, way.firmwareMin()));
        }
        Fact expected = way.expected();
        if (expected != null
                && expected.quantity() != null
                && expected.quantity().unit().equals("ms")) {
            sentences.add(turn.say(
                    Line.EXPECT_OFFSET,
                    turn.phrases().words().millis(expected.quantity().worst() * 1_000)));
        }
        sentences.add(turn.say(sureness(way.sure())));
        return sentences;
    }

    private static Line sureness(Sureness sure) {
        return switch (sure) {
            case MEASURED, REVIEW -> Line.SURE_TESTED;
            case MAKER -> Line.SURE_MAKER;
            case CLAIMED, DOUBTED -> Line.SURE_CLAIMED;
        };
    }
}
