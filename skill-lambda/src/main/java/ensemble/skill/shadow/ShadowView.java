package ensemble.skill.shadow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import ensemble.contract.shadow.HealthCodec;
import ensemble.contract.shadow.RoutingCodec;
import ensemble.contract.shadow.ShadowFormatException;
import ensemble.contract.shadow.SyncCodec;
import ensemble.contract.state.HealthReport;
import ensemble.contract.state.RoutingReport;
import ensemble.contract.state.SyncReport;
import java.util.Optional;

/**
 * A shadow as read.
 *
 * @param desired missing node if nobody has wished
 * @param reported missing node if the hub has never reported
 */
public record ShadowView(JsonNode desired, JsonNode reported) {
    public static final ShadowView NEVER_WRITTEN = new ShadowView(MissingNode.getInstance(), MissingNode.getInstance());

    private interface Reader<T> {
        T read(JsonNode section) throws ShadowFormatException;
    }

    public Optional<RoutingReport> routing() throws ShadowException {
        return read("routing", RoutingCodec::reported);
    }

    /** Empty when the hub has never reported; a report may still know no group. */
    public Optional<SyncReport> sync() throws ShadowException {
        return reported.isObject() ? Optional.of(read("sync", SyncCodec::reported)) : Optional.empty();
    }

    public Optional<HealthReport> health() throws ShadowException {
        return read("health", HealthCodec::reported);
    }

    private <T> T read(String shadow, Reader<T> reader) throws ShadowException {
        try {
            return reader.read(reported);
        } catch (ShadowFormatException broken) {
            throw new ShadowException("the hub's " + shadow + " report breaks the contract", broken);
        }
    }
}
