package ensemble.house.broker;

import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectPayload;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import java.util.UUID;
import java.util.stream.Collectors;

/** What there is to know about packets of the protocol, without state. */
final class Packets {
    private Packets() {}

    /** Who asks for a clean session without a name gets one, as from AWS IoT. */
    static MqttConnectMessage named(MqttConnectMessage message) {
        MqttConnectPayload payload = message.payload();
        if (!payload.clientIdentifier().isEmpty() || !message.variableHeader().isCleanSession()) {
            return message;
        }
        return new MqttConnectMessage(
                message.fixedHeader(),
                message.variableHeader(),
                new MqttConnectPayload(
                        "$GEN/" + UUID.randomUUID(),
                        payload.willTopic(),
                        payload.willMessageInBytes(),
                        payload.userName(),
                        payload.passwordInBytes()));
    }

    /** Whether a client may have the last will it brings, if it brings one. */
    static boolean mayLeave(MqttConnectMessage message, Principal candidate) {
        if (!message.variableHeader().isWillFlag()) {
            return true;
        }
        return message.variableHeader().willQos() < MqttQoS.EXACTLY_ONCE.value()
                && candidate.mayPublish(
                        message.payload().willTopic(), message.variableHeader().isWillRetain());
    }

    /** What a packet wanted, for the log. */
    static String told(Object message) {
        if (message instanceof MqttPublishMessage publish && publish.variableHeader() != null) {
            return "PUBLISH on " + publish.variableHeader().topicName() + ", "
                    + publish.fixedHeader().qosLevel();
        }
        if (message instanceof MqttSubscribeMessage subscribe && subscribe.payload() != null) {
            return "SUBSCRIBE to "
                    + subscribe.payload().topicSubscriptions().stream()
                            .map(MqttTopicSubscription::topicFilter)
                            .collect(Collectors.joining(", "));
        }
        return message instanceof MqttMessage mqtt && mqtt.fixedHeader() != null
                ? mqtt.fixedHeader().messageType().name()
                : "no MQTT";
    }
}
