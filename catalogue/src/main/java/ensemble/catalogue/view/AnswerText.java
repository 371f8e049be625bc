package ensemble.catalogue.view;

import ensemble.catalogue.ask.Answer;
import ensemble.catalogue.ask.Way;
import ensemble.catalogue.data.Conflict;
import ensemble.catalogue.data.Fact;
import ensemble.catalogue.data.Model;
import ensemble.catalogue.data.Procedure;
import ensemble.catalogue.name.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** An answer in lines for a terminal. */
public final class AnswerText {
    private final List<String> lines = new ArrayList<>();

    private AnswerText() {}

    public static List<String> of(Answer answer) {
        AnswerText text = new AnswerText();
        text.head(answer);
        answer.against().forEach(one -> {
            text.lines.add("  Against: " + one.why());
            text.lines.add("      " + one.evidence().words());
        });
        if (!answer.known().isEmpty()) {
            text.lines.add("Known:");
            answer.known().forEach(fact -> text.fact("  " + fact.about() + ": ", fact));
        }
        answer.ways().forEach(text::way);
        text.conflicts(answer.conflicts());
        if (!answer.instead().isEmpty()) {
            text.lines.add(
                    answer.models().stream().allMatch(match -> match.model().isPresent()) ? "Instead:" : "Not found:");
            answer.instead().forEach(one -> text.lines.add("  " + one));
        }
        return text.lines;
    }

    private void head(Answer answer) {
        String names = answer.models().stream()
                .map(match -> match.model()
                        .map(Model::shown)
                        .orElse("\"" + match.asked().strip() + "\"?"))
                .collect(Collectors.joining(" + "));
        boolean alone = answer.models().size() == 1;
        String verdict =
                switch (answer.canLink()) {
                    case YES -> alone ? "two of them link" : "yes";
                    case NO -> alone ? "two of them do not link" : "no";
                    case CONFLICT -> "the sources contradict each other";
                    case UNKNOWN ->
                        alone && answer.models().getFirst().model().isPresent() ? "no linking known" : "unknown";
                };
        lines.add(names + ": " + verdict + ".");
        for (Match match : answer.models()) {
            if (match.model().isPresent() && match.confidence() < 1) {
                lines.add("  \"" + match.asked().strip() + "\" taken for "
                        + match.model().get().shown() + " (" + Math.round(match.confidence() * 100) + "% sure)");
            }
            if (match.model().map(Model::added).orElse(false)) {
                lines.add("  " + match.model().get().shown() + " is from your own file.");
            }
        }
    }

    private void way(Way way) {
        lines.add("");
        lines.add(way.mode()
                + (way.stereo() ? ", stereo" : "")
                + (way.identical() ? ", two of the same model" : "")
                + (way.codec() == null ? "" : ", codec " + way.codec()));
        lines.add("      " + way.source());
        if (way.firmwareMin() != null) {
            lines.add("  Firmware " + way.firmwareMin() + " or newer, the same on both");
        }
        if (way.appMin() != null) {
            lines.add("  App " + way.appMin() + " or newer");
        }
        way.figures().forEach(fact -> fact("  Time: ", fact));
        if (way.pick() != null) {
            lines.add("  Pick on the source: " + way.pick());
        }
        way.costs().forEach(fact -> fact("  Costs: ", fact));
        way.breaks().forEach(fact -> fact("  Breaks: ", fact));
        steps(way.procedure());
    }

    private void steps(@org.jspecify.annotations.Nullable Procedure procedure) {
        if (procedure != null) {
            lines.add("  Steps (" + procedure.name() + "):");
            int number = 1;
            for (Procedure.Step step : procedure.steps()) {
                lines.add("   " + number++ + ". " + step.words());
            }
        }
    }

    private void conflicts(List<Conflict> conflicts) {
        if (!conflicts.isEmpty()) {
            lines.add("");
            lines.add("Where the sources differ:");
        }
        for (Conflict conflict : conflicts) {
            lines.add("  " + conflict.id() + " " + conflict.about());
            for (Conflict.Side side : conflict.sides()) {
                lines.add("    - " + side.says() + " ("
                        + side.from().stream().map(Object::toString).collect(Collectors.joining("; ")) + ")");
            }
            lines.add("    So: " + conflict.rule());
        }
    }

    private void fact(String label, Fact fact) {
        lines.add(label + fact.words() + "  [" + fact.evidence().words() + "]");
    }
}
