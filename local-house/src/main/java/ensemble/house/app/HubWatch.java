package ensemble.house.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import ensemble.contract.shadow.ConfigCodec;
import ensemble.contract.shadow.HealthCodec;
import ensemble.contract.shadow.RoutingCodec;
import ensemble.contract.shadow.ShadowFormatException;
import ensemble.contract.shadow.ShadowName;
import ensemble.contract.shadow.SyncCodec;
import ensemble.contract.state.LinkState;
import ensemble.contract.state.RoutingWish;
import ensemble.house.CloudHouse;
import ensemble.house.alexa.HubView;
import ensemble.house.shadow.ShadowKey;
import ensemble.house.status.HouseView;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads from the shadow service and its presence events how the hub stands, as the cloud sees it. Made after the status
 * Lambda has been registered, so that what is said here of the hub's presence the skill knows already. Safe from any thread.
 */
final class HubWatch implements HubView {
    private final CloudHouse cloud;
    private final String hub;
    private volatile Optional<Instant> since = Optional.empty();
    private volatile boolean online;

    HubWatch(CloudHouse cloud, String hub) {
        this.cloud = cloud;
        this.hub = hub;
        cloud.rules().onPresence(event -> {
            if (event.path("clientId").asText().equals(hub)) {
                online = event.path("eventType").asText().equals("connected");
                since = Optional.of(Instant.ofEpochMilli(event.path("timestamp").asLong()));
            }
        });
    }

    @Override
    public long wish() {
        return section(ShadowName.ROUTING, "desired").path("n").asLong(0);
    }

    /** What the status Lambda was told last. */
    boolean online() {
        return online;
    }

    /** Whether the hub is there, serves the newest house config and has answered every wish. */
    boolean hasSettled() throws ShadowFormatException {
        HouseView view = view();
        return online
                && section(ShadowName.CONFIG, "reported").path("n").asLong(-1)
                        >= view.config().n()
                && view.routing().isPresent()
                && view.routing().get().stamp().answers(view.wish().n());
    }

    /** Whether the hub, which no house has claimed, has told the cloud of a code. */
    boolean showsCode() {
        return online
                && section(ShadowName.LINK, "reported").path("st").asText().equals(LinkState.OPEN.wire());
    }

    /** @throws ShadowFormatException if somebody wrote what breaks the contract */
    HouseView view() throws ShadowFormatException {
        RoutingWish wish = RoutingCodec.desired(section(ShadowName.ROUTING, "desired"));
        return new HouseView(
                hub,
                DemoHouse.HUB_NAME,
                online(),
                since,
                ConfigCodec.desired(section(ShadowName.CONFIG, "desired")),
                wish,
                RoutingCodec.reported(section(ShadowName.ROUTING, "reported")),
                SyncCodec.reported(section(ShadowName.SYNC, "reported")),
                HealthCodec.reported(section(ShadowName.HEALTH, "reported")));
    }

    private JsonNode section(ShadowName shadow, String which) {
        return cloud.shadows()
                .find(new ShadowKey(hub, shadow.wire()))
                .map(document -> document.state().path(which))
                .orElse(MissingNode.getInstance());
    }
}
