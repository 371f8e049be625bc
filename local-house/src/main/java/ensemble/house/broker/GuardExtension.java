package ensemble.house.broker;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ServerChannel;
import io.netty.util.AttributeKey;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link Guard} gets into a broker that has no place for one: Netty asks its registered extensions at every server
 * channel it makes. Only channels opened while {@link #during} runs are guarded; all others are left alone.
 */
public final class GuardExtension extends ChannelInitializerExtension {
    /** Netty's switch for extensions, read once when its first channel is made. */
    static final String SWITCH = EXTENSIONS_SYSTEM_PROPERTY;

    private static final AttributeKey<Gate> GATE = AttributeKey.valueOf(GuardExtension.class, "gate");
    private static final ScopedValue<Opening> OPENING = ScopedValue.newInstance();

    private record Opening(Gate gate, AtomicReference<@Nullable Channel> listener) {}

    /** Made by Netty. */
    public GuardExtension() {}

    /**
     * Opens a server whose connections pass through a gate.
     *
     * @return the listening channel
     * @throws IllegalStateException if Netty did not ask: the port must then not stay open
     */
    static Channel during(Gate gate, Runnable open) {
        Opening opening = new Opening(gate, new AtomicReference<>());
        ScopedValue.where(OPENING, opening).run(open);
        Channel listener = opening.listener().get();
        if (listener == null) {
            throw new IllegalStateException(
                    "Netty made a channel before the house could set its guard; start Java with -D" + SWITCH
                            + "=serviceload");
        }
        return listener;
    }

    @Override
    public void postInitializeServerListenerChannel(ServerChannel channel) {
        if (OPENING.isBound()) {
            channel.attr(GATE).set(OPENING.get().gate());
            OPENING.get().listener().set(channel);
        }
    }

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        @Nullable Gate gate = channel.parent().attr(GATE).get();
        if (gate != null) {
            channel.pipeline().addLast(new ChannelInitializer<Channel>() {
                @Override
                protected void initChannel(Channel child) {
                    child.pipeline().addBefore("handler", "guard", new Guard(gate));
                }
            });
        }
    }
}
