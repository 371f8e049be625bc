package ensemble.house.room;

import org.jspecify.annotations.Nullable;

/**
 * How a wire fares.
 *
 * @param graph what the wire is, for people
 * @param gatewayConnected whether a gateway is there; null where the wire cannot see that
 * @param lateBlocks blocks that were heard as silence because the gateway did not answer in time
 * @param clockSlips times the room's clock fell behind the machine's for good: a graph that stood still, or a loss
 * @param programUnderruns times the Echo's program ran dry
 * @param fault why the wire stands still; null while it works
 */
public record WireHealth(
        String graph,
        @Nullable Boolean gatewayConnected,
        long lateBlocks,
        long clockSlips,
        long programUnderruns,
        @Nullable String fault) {}
