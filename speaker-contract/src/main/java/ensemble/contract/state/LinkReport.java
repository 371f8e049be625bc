package ensemble.contract.state;

import ensemble.contract.id.OutputId;
import ensemble.contract.value.LinkKey;
import java.util.List;
import java.util.Optional;

/**
 * What a box says of linking.
 *
 * @param key of the code that is shown, or was the last time a question was asked
 * @param claim the question that is asked or was answered
 * @param outputs what the box can feed, at most 16; told with a yes, when a house is to be made of them
 */
public record LinkReport(LinkState state, Optional<LinkKey> key, Optional<String> claim, List<OutputId> outputs) {
    public static final LinkReport CLOSED =
            new LinkReport(LinkState.CLOSED, Optional.empty(), Optional.empty(), List.of());

    public LinkReport {
        outputs = List.copyOf(outputs);
    }
}
