package ensemble.skill.shadow.iot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.id.HubId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.shadow.ConfigCodec;
import ensemble.contract.shadow.LinkCodec;
import ensemble.contract.shadow.RoutingCodec;
import ensemble.contract.shadow.ShadowName;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.LinkAsk;
import ensemble.contract.state.RoutingWish;
import ensemble.skill.shadow.ShadowDesk;
import ensemble.skill.shadow.ShadowException;
import ensemble.skill.shadow.ShadowView;
import java.io.IOException;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;
import software.amazon.awssdk.services.iotdataplane.model.ResourceNotFoundException;

/**
 * Named shadows at AWS IoT. The client's own retries serve 429 and 5xx; a conflict (409) is tried again here, because a
 * wish carries its own order and no shadow version.
 */
public final class IotShadowDesk implements ShadowDesk {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CONFLICT = 409;
    private static final int MOST_TRIES = 3;

    private final IotDataPlaneClient iot;

    public IotShadowDesk(IotDataPlaneClient iot) {
        this.iot = iot;
    }

    @Override
    public void writeWish(HubId hub, RoutingWish wish) throws ShadowException {
        write(hub, ShadowName.ROUTING, RoutingCodec.desired(wish));
    }

    @Override
    public void writeConfig(HubId hub, HouseConfig config) throws ShadowException {
        write(hub, ShadowName.CONFIG, ConfigCodec.desired(config));
    }

    @Override
    public void writeAsk(HubId hub, LinkAsk ask) throws ShadowException {
        write(hub, ShadowName.LINK, LinkCodec.desired(ask));
    }

    @Override
    public void forget(HubId hub, Set<SpeakerId> gone) throws ShadowException {
        ObjectNode desired = JsonNodeFactory.instance.objectNode();
        ObjectNode speakers = desired.putObject("s");
        gone.forEach(id -> speakers.putNull(id.value()));
        write(hub, ShadowName.ROUTING, desired);
    }

    @Override
    public ShadowView read(HubId hub, ShadowName shadow) throws ShadowException {
        try {
            SdkBytes payload = answered(
                    () -> iot.getThingShadow(get -> get.thingName(hub.value()).shadowName(shadow.wire()))
                            .payload());
            JsonNode state = JSON.readTree(payload.asInputStream()).path("state");
            return new ShadowView(state.path("desired"), state.path("reported"));
        } catch (ResourceNotFoundException neverWritten) {
            return ShadowView.NEVER_WRITTEN;
        } catch (SdkException failed) {
            throw refused("read", shadow, failed);
        } catch (IOException broken) {
            throw new ShadowException("the " + shadow.wire() + " shadow is no JSON", broken);
        }
    }

    private void write(HubId hub, ShadowName shadow, ObjectNode desired) throws ShadowException {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.putObject("state").set("desired", desired);
        SdkBytes payload = SdkBytes.fromUtf8String(document.toString());
        try {
            answered(() -> iot.updateThingShadow(update ->
                    update.thingName(hub.value()).shadowName(shadow.wire()).payload(payload)));
        } catch (SdkException failed) {
            throw refused("write", shadow, failed);
        }
    }

    private static <T> T answered(Supplier<T> call) {
        for (int tries = 1; ; tries++) {
            try {
                return call.get();
            } catch (AwsServiceException refused) {
                if (refused.statusCode() != CONFLICT || tries == MOST_TRIES) {
                    throw refused;
                }
            }
        }
    }

    private static ShadowException refused(String verb, ShadowName shadow, SdkException failed) {
        return new ShadowException(
                "AWS IoT did not " + verb + " the " + shadow.wire() + " shadow: "
                        + failed.getClass().getSimpleName(),
                failed);
    }
}
