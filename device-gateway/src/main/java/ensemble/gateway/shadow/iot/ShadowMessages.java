package ensemble.gateway.shadow.iot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ensemble.contract.shadow.ConfigCodec;
import ensemble.contract.shadow.LinkCodec;
import ensemble.contract.shadow.RoutingCodec;
import ensemble.contract.shadow.ShadowFormatException;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.LinkAsk;
import ensemble.contract.state.RoutingWish;
import ensemble.gateway.shadow.Desired.Arrived;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads what the shadow service sends. Ages are differences of two server times, so a box whose clock is wrong still knows
 * how old a wish is.
 */
public final class ShadowMessages {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int NOT_FOUND = 404;

    private ShadowMessages() {}

    /**
     * Empty when nothing is wished.
     *
     * @param delta true for {@code update/delta}, false for {@code get/accepted}
     * @param gapSeconds how long we had been away from the cloud; 0 while connected
     * @param nowNanos elapsed time of its arrival
     */
    public static Optional<Arrived<RoutingWish>> routing(byte[] payload, boolean delta, long gapSeconds, long nowNanos)
            throws ShadowFormatException {
        JsonNode message = parsed(payload);
        JsonNode desired = desired(message, delta);
        return desired.has("n")
                ? Optional.of(new Arrived<>(
                        RoutingCodec.desired(desired), ageSeconds(message, delta, "n"), gapSeconds, nowNanos))
                : Optional.empty();
    }

    /** As {@link #routing}, of the house's config. */
    public static Optional<Arrived<HouseConfig>> config(byte[] payload, boolean delta, long nowNanos)
            throws ShadowFormatException {
        JsonNode message = parsed(payload);
        JsonNode desired = desired(message, delta);
        return desired.has("n") && desired.has("speakers")
                ? Optional.of(new Arrived<>(ConfigCodec.desired(desired), ageSeconds(message, delta, "n"), 0, nowNanos))
                : Optional.empty();
    }

    /** As {@link #routing}, of the question whether to be linked. */
    public static Optional<Arrived<LinkAsk>> link(byte[] payload, boolean delta, long nowNanos)
            throws ShadowFormatException {
        JsonNode message = parsed(payload);
        return LinkCodec.desired(desired(message, delta))
                .map(ask -> new Arrived<>(ask, ageSeconds(message, delta, "claim"), 0, nowNanos));
    }

    /** Whether the service refuses because there is no such shadow: nobody has written it, ever. */
    static boolean isAbsent(byte[] payload) throws ShadowFormatException {
        return parsed(payload).path("code").asInt() == NOT_FOUND;
    }

    private static JsonNode parsed(byte[] payload) throws ShadowFormatException {
        try {
            return JSON.readTree(payload);
        } catch (IOException notJson) {
            throw new ShadowFormatException("not JSON", notJson);
        }
    }

    private static JsonNode desired(JsonNode message, boolean delta) {
        return delta ? message.path("state") : message.path("state").path("desired");
    }

    private static long ageSeconds(JsonNode message, boolean delta, String field) {
        JsonNode metadata =
                delta ? message.path("metadata") : message.path("metadata").path("desired");
        long written = metadata.path(field).path("timestamp").asLong(Long.MIN_VALUE);
        long sent = message.path("timestamp").asLong(Long.MIN_VALUE);
        boolean unknown = written == Long.MIN_VALUE || sent == Long.MIN_VALUE;
        return unknown ? Long.MAX_VALUE / 2 : Math.max(0, sent - written);
    }
}
