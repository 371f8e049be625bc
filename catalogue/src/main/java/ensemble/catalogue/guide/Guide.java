package ensemble.catalogue.guide;

import ensemble.catalogue.data.Procedure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A walk through one procedure, as a value: every answer gives the next walk. Time is handed in; nothing is
 * waited for here. Pure.
 *
 * @param step index of the step it is at; the number of steps when it is done
 * @param until when the step's wait is over; null where nothing has to be waited for
 * @param failures how often in all something did not show
 * @param given why it was given up; null while it goes on
 */
public record Guide(
        Procedure procedure,
        int step,
        @Nullable Instant until,
        int failures,
        @Nullable String given) {
    /** More than this many failures at the most help nobody. */
    private static final int PATIENCE = 6;

    private static final String STOPPED = "Stopped.";
    /** No step is called so. */
    private static final String DONE = "done-";

    private static final Pattern TEXT =
            Pattern.compile("([a-z0-9-]{1,60}):([a-z0-9-]{1,60}):(\\d{1,3}):(-|\\d{1,11})(?:!(stopped|tried))?");

    /** What a person can answer. */
    public enum Answer {
        /** It shows what it must show. */
        YES,
        /** It does not. */
        NO,
        BACK,
        REPEAT,
        STOP
    }

    /** Where the walk stands. */
    public sealed interface State {
        /** Do this, then say whether it shows what is expected. */
        record Doing(int number, int of, Procedure.Step step) implements State {}

        /** Wait; the rest is how long. */
        record Waiting(int number, int of, Procedure.Step step, Duration rest) implements State {}

        record Done() implements State {}

        /** @param at the step it failed at */
        record GivenUp(Procedure.Step at, String why) implements State {}
    }

    /**
     * Where the walk stands, in one short line of letters, digits and hyphens that a voice session can carry:
     * {@code procedure:step:failures:until}, the last in seconds since 1970, rounded up, or {@code -}; a walk that was
     * given up ends in {@code !} and why: {@code !stopped} or {@code !tried}.
     */
    public String text() {
        String wait = until == null ? "-" : Long.toString(until.plusMillis(999).getEpochSecond());
        String end = given == null ? "" : given.equals(STOPPED) ? "!stopped" : "!tried";
        return procedure.id() + ":" + steps().get(step) + ":" + failures + ":" + wait + end;
    }

    /**
     * The walk that {@link #text} stood for. Empty if it is no such text, or if its procedure or its step is no longer
     * there: then it is best begun again.
     */
    public static Optional<Guide> of(String text, Map<String, Procedure> procedures) {
        Matcher matcher = TEXT.matcher(text);
        Procedure procedure = matcher.matches() ? procedures.get(matcher.group(1)) : null;
        if (procedure == null) {
            return Optional.empty();
        }
        Guide first = new Guide(procedure, 0, null, 0, null);
        int step = first.steps().indexOf(matcher.group(2));
        if (step < 0) {
            return Optional.empty();
        }
        Instant until = matcher.group(4).equals("-") ? null : Instant.ofEpochSecond(Long.parseLong(matcher.group(4)));
        Guide walk = new Guide(procedure, step, until, Integer.parseInt(matcher.group(3)), null);
        String end = matcher.group(5);
        return Optional.of(end == null ? walk : walk.givenUp(end.equals("stopped") ? STOPPED : walk.tooOften()));
    }

    /** The ids of the steps, and of what comes after them. Ids outlive a change of the order; numbers would not. */
    private List<String> steps() {
        List<String> ids = new ArrayList<>();
        procedure.steps().forEach(one -> ids.add(one.id()));
        ids.add(DONE);
        return ids;
    }

    /** The walk at its first step. */
    public static Guide begin(Procedure procedure, Instant now) {
        return at(procedure, 0, 0, now);
    }

    private static Guide at(Procedure procedure, int step, int failures, Instant now) {
        Integer wait =
                step < procedure.steps().size() ? procedure.steps().get(step).waitSeconds() : null;
        return new Guide(procedure, step, wait == null ? null : now.plusSeconds(wait), failures, null);
    }

    public State state(Instant now) {
        if (given != null) {
            return new State.GivenUp(current(), given);
        }
        if (step >= procedure.steps().size()) {
            return new State.Done();
        }
        int of = procedure.steps().size();
        if (until != null && now.isBefore(until)) {
            return new State.Waiting(step + 1, of, current(), Duration.between(now, until));
        }
        return new State.Doing(step + 1, of, current());
    }

    /** The walk after an answer; a yes before a wait is over changes nothing, nor does anything after the end. */
    public Guide after(Answer answer, Instant now) {
        return switch (state(now)) {
            case State.Done done -> this;
            case State.GivenUp givenUp -> this;
            case State.Waiting waiting -> answer == Answer.YES ? this : moved(answer, now);
            case State.Doing doing -> moved(answer, now);
        };
    }

    private Guide moved(Answer answer, Instant now) {
        return switch (answer) {
            case YES -> at(procedure, step + 1, failures, now);
            case BACK -> at(procedure, Math.max(0, step - 1), failures, now);
            case REPEAT -> at(procedure, step, failures, now);
            case STOP -> givenUp(STOPPED);
            case NO -> failed(now);
        };
    }

    private Guide failed(Instant now) {
        if (failures + 1 > PATIENCE) {
            Guide last = new Guide(procedure, step, null, failures + 1, null);
            return last.givenUp(last.tooOften());
        }
        String back = current().back();
        int to = step;
        for (int i = 0; back != null && i < step; i++) {
            if (procedure.steps().get(i).id().equals(back)) {
                to = i;
            }
        }
        return at(procedure, to, failures + 1, now);
    }

    private Guide givenUp(String why) {
        return new Guide(procedure, step, null, failures, why);
    }

    private String tooOften() {
        return "Tried too often: " + current().ifNot();
    }

    private Procedure.Step current() {
        return procedure.steps().get(Math.min(step, procedure.steps().size() - 1));
    }
}
