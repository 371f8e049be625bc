package ensemble.catalogue.guide;

import ensemble.catalogue.ask.Way;
import ensemble.catalogue.data.Procedure;
import java.util.List;
import java.util.Optional;

/** Which procedure links two of a model. Pure. */
public final class Guides {
    private Guides() {}

    /** The steps of the first way that has its own; stereo before party. */
    public static Optional<Procedure> of(List<Way> ways) {
        return ways.stream()
                .filter(Way::stereo)
                .map(Way::procedure)
                .flatMap(java.util.stream.Stream::ofNullable)
                .findFirst()
                .or(() -> ways.stream()
                        .map(Way::procedure)
                        .flatMap(java.util.stream.Stream::ofNullable)
                        .findFirst());
    }
}
