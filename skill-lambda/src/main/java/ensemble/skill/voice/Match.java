package ensemble.skill.voice;

import java.util.List;

/** What a spoken name means among things of one kind. */
sealed interface Match<T> {
    record One<T>(T thing) implements Match<T> {}

    /** All of them at once: every speaker of the house. */
    record Everything<T>() implements Match<T> {}

    record Several<T>(List<T> things) implements Match<T> {}

    record None<T>() implements Match<T> {}
}
