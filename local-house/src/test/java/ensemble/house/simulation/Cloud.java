package ensemble.house.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.shadow.ShadowName;
import ensemble.house.shadow.Answer;
import ensemble.house.shadow.Publication;
import ensemble.house.shadow.ShadowKey;
import ensemble.house.shadow.ShadowService;
import ensemble.house.shadow.ShadowStore;
import ensemble.skill.report.ReportEntryPoint;
import ensemble.skill.shadow.ShadowView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The house's shadow service; what it publishes reaches the hub's link, and the status Lambda by rules. */
final class Cloud {
    private static final long RETRY_MILLIS = 2_000;

    private final VirtualTime time;
    private final Chance chance;
    private final Witness witness;
    private final ShadowService shadows;
    private final List<BiConsumer<ShadowName, byte[]>> deltas = new ArrayList<>();
    private @Nullable ReportEntryPoint status;

    Cloud(VirtualTime time, Chance chance, Witness witness) {
        this.time = time;
        this.chance = chance;
        this.witness = witness;
        try {
            shadows = new ShadowService(time, ShadowStore.forgetful());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    void status(ReportEntryPoint lambda) {
        status = lambda;
    }

    void onDelta(BiConsumer<ShadowName, byte[]> subscriber) {
        deltas.add(subscriber);
    }

    /** One update, published at once; how long anything travels is the caller's and the links' matter. */
    boolean update(ShadowName shadow, ObjectNode body) {
        Answer answer = shadows.update(key(shadow), bytes(body));
        switch (answer) {
            case Answer.Rejected rejected -> witness.mistake("the shadow service refused " + rejected.document());
            case Answer.Accepted accepted -> accepted.publications().forEach(each -> published(shadow, each));
        }
        return answer instanceof Answer.Accepted;
    }

    private void published(ShadowName shadow, Publication publication) {
        if (publication.topic().endsWith("/update/delta")) {
            deltas.forEach(each -> each.accept(shadow, bytes(publication.payload())));
        } else if (publication.topic().endsWith("/update/documents")) {
            ObjectNode event = publication.payload().deepCopy();
            event.put("thing", Home.HUB.value()).put("shadowName", shadow.wire());
            rule(event);
        }
    }

    private void rule(JsonNode event) {
        int times = chance.percent(3) ? 2 : 1;
        for (int delivery = 0; delivery < times; delivery++) {
            time.task(chance.travel(), () -> deliver(event));
        }
    }

    private void deliver(JsonNode event) {
        ReportEntryPoint lambda = status;
        while (lambda != null) {
            try {
                lambda.take(event);
                return;
            } catch (IOException unavailable) {
                time.pause(RETRY_MILLIS);
            }
        }
    }

    /** AWS's word that the hub's client came or went. */
    void presence(boolean online, int session, long travelMillis) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("eventType", online ? "connected" : "disconnected")
                .put("clientId", Home.HUB.value())
                .put("timestamp", time.instant().toEpochMilli())
                .put("versionNumber", session)
                .put("sessionIdentifier", String.format(Locale.ROOT, "session-%d", session));
        time.task(travelMillis, () -> deliver(event));
    }

    /** What {@code get/accepted} carries; empty if there is no such shadow. */
    Optional<byte[]> get(ShadowName shadow) {
        return shadows.get(key(shadow), new byte[0]) instanceof Answer.Accepted accepted
                ? Optional.of(bytes(accepted.response()))
                : Optional.empty();
    }

    ShadowView view(ShadowName shadow) {
        return shadows.find(key(shadow))
                .map(document -> new ShadowView(
                        document.state().path("desired"), document.state().path("reported")))
                .orElse(ShadowView.NEVER_WRITTEN);
    }

    private static ShadowKey key(ShadowName shadow) {
        return new ShadowKey(Home.HUB.value(), shadow.wire());
    }

    private static byte[] bytes(ObjectNode document) {
        return document.toString().getBytes(StandardCharsets.UTF_8);
    }
}
