package ensemble.house.broker;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPubAckMessage;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import io.netty.util.ReferenceCountUtil;
import java.lang.System.Logger.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the wire and the broker of one connection, and lets through what AWS IoT would. A publish or subscribe
 * that is forbidden ends the connection, as it does there. Runs on the connection's event loop alone.
 */
final class Guard extends ChannelDuplexHandler {
    private static final System.Logger LOG = System.getLogger("ensemble.house.broker");

    private final Gate gate;
    private @Nullable Principal principal;
    private @Nullable Connection connection;
    private Filters filters = new Filters();
    private DisconnectReason reason = DisconnectReason.CONNECTION_LOST;

    Guard(Gate gate) {
        this.gate = gate;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!(message instanceof MqttMessage mqtt) || mqtt.decoderResult().isFailure()) {
            drop(context, message, DisconnectReason.CLIENT_ERROR);
            return;
        }
        if (mqtt instanceof MqttConnectMessage connect) {
            connect(context, connect);
        } else if (principal == null) {
            drop(context, message, DisconnectReason.CLIENT_ERROR);
        } else if (mqtt instanceof MqttPublishMessage publish) {
            publish(context, publish, principal);
        } else if (mqtt instanceof MqttSubscribeMessage subscribe) {
            subscribe(context, subscribe, principal);
        } else {
            note(mqtt);
            context.fireChannelRead(message);
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof MqttConnAckMessage ack
                && ack.variableHeader().connectReturnCode() == MqttConnectReturnCode.CONNECTION_ACCEPTED
                && connection != null) {
            gate.admitted(connection, context.channel());
        }
        if (message instanceof MqttPublishMessage publish) {
            String topic = publish.variableHeader().topicName();
            if (principal == null || !filters.want(topic) || !principal.mayReceive(topic)) {
                withhold(context, publish, promise);
                return;
            }
            gate.events().delivered(publish.payload().readableBytes());
        }
        var unused = context.write(message, promise);
    }

    /** A failed handshake or a broken wire: one line, not Moquette's page. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.log(Level.INFO, "MQTT: {0} is gone: {1}", named(context), String.valueOf(cause.getMessage()));
        var unused = context.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (connection != null) {
            gate.left(connection, context.channel(), reason);
        }
        context.fireChannelInactive();
    }

    private void connect(ChannelHandlerContext context, MqttConnectMessage asked) {
        MqttConnectMessage message = Packets.named(asked);
        Principal candidate = gate.identify(context.channel(), message.payload().clientIdentifier());
        if (principal != null || candidate.clientId().isEmpty()) {
            drop(context, message, DisconnectReason.CLIENT_ERROR);
            return;
        }
        if (!candidate.mayConnect() || !Packets.mayLeave(message, candidate)) {
            refuse(context, message, candidate);
            return;
        }
        principal = candidate;
        gate.supersede(candidate.clientId());
        connection = gate.connection(candidate, context.channel());
        filters = gate.filters(candidate.clientId());
        if (message.variableHeader().isCleanSession()) {
            filters.clear();
        }
        context.fireChannelRead(message);
    }

    /** Acknowledges in the client's stead, or the broker would send it again and again. */
    private static void withhold(ChannelHandlerContext context, MqttPublishMessage message, ChannelPromise promise) {
        if (message.fixedHeader().qosLevel() == MqttQoS.AT_LEAST_ONCE) {
            int id = message.variableHeader().packetId();
            MqttFixedHeader header = new MqttFixedHeader(MqttMessageType.PUBACK, false, MqttQoS.AT_MOST_ONCE, false, 2);
            context.fireChannelRead(new MqttPubAckMessage(header, MqttMessageIdVariableHeader.from(id)));
        }
        ReferenceCountUtil.release(message);
        promise.setSuccess();
    }

    private void publish(ChannelHandlerContext context, MqttPublishMessage message, Principal sender) {
        String topic = message.variableHeader().topicName();
        if (message.fixedHeader().qosLevel() == MqttQoS.EXACTLY_ONCE
                || message.payload().readableBytes() > TopicRules.MAX_PAYLOAD_BYTES
                || !TopicRules.mayBePublished(topic)) {
            drop(context, message, DisconnectReason.CLIENT_ERROR);
        } else if (!sender.mayPublish(topic, message.fixedHeader().isRetain())) {
            drop(context, message, DisconnectReason.AUTH_ERROR);
        } else {
            if (connection != null) {
                gate.events().published(connection, topic, ByteBufUtil.getBytes(message.payload()));
            }
            context.fireChannelRead(message);
        }
    }

    private void subscribe(ChannelHandlerContext context, MqttSubscribeMessage message, Principal sender) {
        List<MqttTopicSubscription> wanted = message.payload().topicSubscriptions();
        List<String> asked =
                wanted.stream().map(MqttTopicSubscription::topicFilter).toList();
        boolean twice = wanted.stream().anyMatch(each -> each.qualityOfService() == MqttQoS.EXACTLY_ONCE);
        if (twice || !TopicRules.mayBeSubscribed(asked)) {
            drop(context, message, DisconnectReason.CLIENT_ERROR);
        } else if (!asked.stream().allMatch(sender::maySubscribe)) {
            drop(context, message, DisconnectReason.AUTH_ERROR);
        } else {
            asked.forEach(filters::add);
            context.fireChannelRead(message);
        }
    }

    private void note(MqttMessage message) {
        MqttMessageType type = message.fixedHeader().messageType();
        if (message instanceof MqttUnsubscribeMessage unsubscribe) {
            unsubscribe.payload().topics().forEach(filters::remove);
        } else if (type == MqttMessageType.PUBACK) {
            gate.events().acknowledged();
        } else if (type == MqttMessageType.DISCONNECT) {
            reason = DisconnectReason.CLIENT_INITIATED_DISCONNECT;
        }
    }

    private void drop(ChannelHandlerContext context, Object message, DisconnectReason why) {
        LOG.log(Level.INFO, "MQTT: {0} is dropped, {1}: {2}", named(context), why, Packets.told(message));
        ReferenceCountUtil.release(message);
        reason = why;
        var unused = context.close();
    }

    private static void refuse(ChannelHandlerContext context, MqttConnectMessage message, Principal candidate) {
        LOG.log(
                Level.INFO,
                "MQTT: thing ''{0}'' may not connect as ''{1}'' with this last will",
                candidate.thing(),
                candidate.clientId());
        ReferenceCountUtil.release(message);
        var unused = context.writeAndFlush(MqttMessageBuilders.connAck()
                        .returnCode(MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED)
                        .build())
                .addListener(ChannelFutureListener.CLOSE);
    }

    private String named(ChannelHandlerContext context) {
        return principal == null ? String.valueOf(context.channel().remoteAddress()) : principal.clientId();
    }
}
