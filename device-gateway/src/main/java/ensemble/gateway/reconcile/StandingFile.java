package ensemble.gateway.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.shadow.ConfigCodec;
import ensemble.contract.shadow.RoutingCodec;
import ensemble.contract.shadow.ShadowFormatException;
import ensemble.contract.state.Fault;
import ensemble.contract.state.FaultKind;
import ensemble.contract.state.Stamp;
import ensemble.contract.state.TicketEcho;
import ensemble.gateway.store.StateFile;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The standing in the box's state file. */
public final class StandingFile implements StandingStore {
    private static final Logger LOG = LoggerFactory.getLogger(StandingFile.class);
    private static final int SCHEMA = 1;

    private final StateFile file;
    private boolean complained;

    public StandingFile(StateFile file) {
        this.file = file;
    }

    @Override
    public Standing load() {
        try {
            return switch (file.read()) {
                case StateFile.Found.Nothing() -> Standing.FIRST;
                case StateFile.Found.Unreadable(var aside) -> {
                    LOG.warn("The state file was unreadable and is now {}; starting from what the cloud says", aside);
                    yield Standing.FIRST;
                }
                case StateFile.Found.Document(JsonNode json, boolean older) -> {
                    if (older) {
                        LOG.warn("The newest state file was unreadable; going on from the one before it");
                    }
                    yield decoded(json);
                }
            };
        } catch (IOException | ShadowFormatException unusable) {
            LOG.warn("The state could not be read, starting from what the cloud says: {}", unusable.getMessage());
            return Standing.FIRST;
        }
    }

    @Override
    public void keep(Standing standing) {
        try {
            file.write(encoded(standing));
            complained = false;
        } catch (IOException refused) {
            if (!complained) {
                LOG.warn("The state cannot be kept, going on from memory: {}", refused.toString());
            }
            complained = true;
        }
    }

    static ObjectNode encoded(Standing standing) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("schema", SCHEMA)
                .put("n", standing.stamp().n())
                .put("k", standing.stamp().k());
        json.set("wished", RoutingCodec.desired(standing.wished()));
        json.set("effective", RoutingCodec.desired(standing.effective()));
        json.set("config", ConfigCodec.desired(standing.config()));
        standing.fault().ifPresent(fault -> {
            ObjectNode node = json.putObject("fault").put("kind", fault.kind().name());
            fault.speakers().forEach(id -> node.withArray("speakers").add(id.value()));
        });
        standing.lastExpired().ifPresent(n -> json.put("lastExpired", n));
        ObjectNode echoes = json.putObject("echoes");
        standing.echoes().forEach((n, echo) -> echoes.put(Long.toString(n), echo.name()));
        return json;
    }

    static Standing decoded(JsonNode json) throws ShadowFormatException {
        if (json.path("schema").asInt() != SCHEMA) {
            throw new ShadowFormatException("schema " + json.path("schema") + " is not known here");
        }
        return new Standing(
                new Stamp(json.path("n").asLong(), json.path("k").asLong()),
                RoutingCodec.desired(json.path(json.has("wished") ? "wished" : "effective")),
                RoutingCodec.desired(json.path("effective")),
                fault(json.path("fault")),
                json.has("lastExpired")
                        ? OptionalLong.of(json.path("lastExpired").asLong())
                        : OptionalLong.empty(),
                ConfigCodec.desired(json.path("config")),
                echoes(json.path("echoes")));
    }

    private static SortedMap<Long, TicketEcho> echoes(JsonNode node) {
        SortedMap<Long, TicketEcho> echoes = new TreeMap<>();
        node.properties()
                .forEach(entry -> echoes.put(
                        Long.valueOf(entry.getKey()),
                        TicketEcho.valueOf(entry.getValue().asText())));
        return echoes;
    }

    private static Optional<Fault> fault(JsonNode node) {
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        Set<SpeakerId> speakers = new TreeSet<>();
        node.path("speakers").forEach(id -> speakers.add(new SpeakerId(id.asText())));
        return Optional.of(new Fault(FaultKind.valueOf(node.path("kind").asText()), speakers));
    }
}
