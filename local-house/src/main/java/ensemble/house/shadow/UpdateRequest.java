package ensemble.house.shadow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** An update body as it was read. */
sealed interface UpdateRequest {

    /**
     * It can be applied.
     *
     * @param patch the {@code state} node: desired, reported, both or neither, null for a section to remove
     * @param version the version the caller believes to be the newest, null for "whatever it is"
     * @param clientToken null if none was sent
     */
    record Valid(
            ObjectNode patch,
            @Nullable Long version,
            @Nullable String clientToken) implements UpdateRequest {}

    /**
     * It breaks a rule.
     *
     * @param fault which
     * @param clientToken null if none could be read
     */
    record Invalid(Fault fault, @Nullable String clientToken) implements UpdateRequest {}
}
