package ensemble.house.shadow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The device-shadow service: one document per thing and shadow name. What it answers and publishes are values; somebody
 * else carries them. Any thread may call; requests are served one after another.
 */
public final class ShadowService {
    private static final int MAX_STATE_BYTES = 8 * 1024;

    private final InstantSource clock;
    private final ShadowStore store;
    private TreeMap<ShadowKey, ShadowDocument> shadows;

    /** @throws IOException if what was saved cannot be read */
    public ShadowService(InstantSource clock, ShadowStore store) throws IOException {
        this.clock = clock;
        this.store = store;
        this.shadows = new TreeMap<>(store.load());
    }

    /** Merges a request into a shadow, which it creates if need be; saved before it is answered. */
    public synchronized Answer update(ShadowKey key, byte[] body) {
        Optional<Fault> badName = key.fault();
        if (badName.isPresent()) {
            return rejected(badName.get(), null);
        }
        return switch (RequestReader.update(body)) {
            case UpdateRequest.Invalid invalid -> rejected(invalid.fault(), invalid.clientToken());
            case UpdateRequest.Valid request -> update(key, request);
        };
    }

    /** The whole shadow, with the delta if there is one. */
    public synchronized Answer get(ShadowKey key, byte[] body) {
        return switch (RequestReader.plain(body)) {
            case UpdateRequest.Invalid invalid -> rejected(invalid.fault(), invalid.clientToken());
            case UpdateRequest.Valid request -> {
                String token = request.clientToken();
                Optional<Fault> fault = absence(key);
                yield fault.isPresent()
                        ? rejected(fault.get(), token)
                        : new Answer.Accepted(whole(existing(key), token), List.of());
            }
        };
    }

    /** Removes the shadow; its version is remembered, so that a later one of the same name goes on counting. */
    public synchronized Answer delete(ShadowKey key, byte[] body) {
        return switch (RequestReader.plain(body)) {
            case UpdateRequest.Invalid invalid -> rejected(invalid.fault(), invalid.clientToken());
            case UpdateRequest.Valid request -> {
                String token = request.clientToken();
                Optional<Fault> fault = absence(key);
                if (fault.isPresent()) {
                    yield rejected(fault.get(), token);
                }
                ShadowDocument erased = existing(key).erased(now());
                if (!keep(key, erased)) {
                    yield rejected(Fault.INTERNAL, token);
                }
                ObjectNode response = closed(JsonNodeFactory.instance.objectNode(), erased.version(), token);
                yield new Answer.Accepted(
                        response, List.of(new Publication(key.topic() + "/delete/accepted", response)));
            }
        };
    }

    /** The names of a thing's named shadows, sorted, in AWS's list document. */
    public synchronized ObjectNode list(String thing) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode results = document.putArray("results");
        shadows.forEach((key, shadow) -> {
            if (key.thing().equals(thing) && key.name() != null && !shadow.deleted()) {
                results.add(key.name());
            }
        });
        return document.put("timestamp", now());
    }

    /** The document as it is kept; empty if there is none. */
    public synchronized Optional<ShadowDocument> find(ShadowKey key) {
        return Optional.ofNullable(shadows.get(key)).filter(shadow -> !shadow.deleted());
    }

    private Answer update(ShadowKey key, UpdateRequest.Valid request) {
        ShadowDocument before = shadows.getOrDefault(key, ShadowDocument.NONE);
        if (request.version() != null && request.version() != before.version()) {
            return rejected(Fault.CONFLICT, request.clientToken());
        }
        ShadowDocument after = before.updated(request.patch(), now());
        if (after.size() > MAX_STATE_BYTES) {
            return rejected(Fault.TOO_LARGE, request.clientToken());
        }
        if (!keep(key, after)) {
            return rejected(Fault.INTERNAL, request.clientToken());
        }
        return accepted(key, before, after, request);
    }

    private Answer accepted(ShadowKey key, ShadowDocument before, ShadowDocument after, UpdateRequest.Valid request) {
        ObjectNode response = JsonNodeFactory.instance.objectNode();
        response.set("state", request.patch());
        response.set(
                "metadata",
                Merge.of(empty(), empty(), request.patch(), after.timestamp()).metadata());
        closed(response, after.version(), request.clientToken());
        List<Publication> publications = new ArrayList<>();
        publications.add(new Publication(key.topic() + "/update/accepted", response));
        Delta delta = after.delta();
        if (!delta.isEmpty()) {
            ObjectNode message = JsonNodeFactory.instance.objectNode();
            message.set("state", delta.state());
            message.set("metadata", delta.metadata());
            closed(message, after.version(), request.clientToken());
            publications.add(new Publication(key.topic() + "/update/delta", message));
        }
        publications.add(new Publication(key.topic() + "/update/documents", documents(before, after, request)));
        return new Answer.Accepted(response, publications);
    }

    private static ObjectNode documents(ShadowDocument before, ShadowDocument after, UpdateRequest.Valid request) {
        ObjectNode documents = empty();
        if (!before.deleted()) {
            documents.set("previous", before.snapshot());
        }
        documents.set("current", after.snapshot());
        documents.put("timestamp", after.timestamp());
        if (request.clientToken() != null) {
            documents.put("clientToken", request.clientToken());
        }
        return documents;
    }

    private ObjectNode whole(ShadowDocument shadow, @Nullable String token) {
        ObjectNode response = shadow.snapshot();
        Delta delta = shadow.delta();
        if (!delta.isEmpty()) {
            response.set("state", shadow.state().deepCopy().set("delta", delta.state()));
            response.set("metadata", shadow.metadata().deepCopy().set("delta", delta.metadata()));
        }
        return closed(response, shadow.version(), token);
    }

    private ObjectNode closed(ObjectNode document, long version, @Nullable String token) {
        document.put("version", version).put("timestamp", now());
        return token == null ? document : document.put("clientToken", token);
    }

    /** Memory follows the disk: what could not be saved has not happened. */
    private boolean keep(ShadowKey key, ShadowDocument document) {
        TreeMap<ShadowKey, ShadowDocument> next = new TreeMap<>((Map<ShadowKey, ShadowDocument>) shadows);
        next.put(key, document);
        try {
            store.save(next);
        } catch (IOException unsaved) {
            System.getLogger("ensemble.house.shadow")
                    .log(System.Logger.Level.ERROR, "shadow {0} not saved: {1}", key.topic(), unsaved);
            return false;
        }
        shadows = next;
        return true;
    }

    private Optional<Fault> absence(ShadowKey key) {
        Optional<Fault> badName = key.fault();
        return badName.isPresent() || find(key).isPresent() ? badName : Optional.of(Fault.notFound(key));
    }

    private ShadowDocument existing(ShadowKey key) {
        return find(key).orElseThrow();
    }

    private Answer rejected(Fault fault, @Nullable String token) {
        return new Answer.Rejected(fault, now(), token);
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    private static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }
}
