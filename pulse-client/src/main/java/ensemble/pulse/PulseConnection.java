package ensemble.pulse;

import static ensemble.pulse.LibPulse.INT;
import static ensemble.pulse.LibPulse.LINKER;
import static ensemble.pulse.LibPulse.POINTER;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One connection to a server, and its streams. Everything but {@link #wake} belongs to the thread that opened it, which
 * must call {@link #iterate(boolean)} often: all that happens, callbacks included, happens inside that call.
 */
public final class PulseConnection implements AutoCloseable {
    private static final int CONTEXT_READY = 4;
    private static final int NO_AUTOSPAWN = 1;
    private static final int SERVER_VERSION_AT = 16;
    private static final int SERVER_NAME_AT = 24;
    private static final FunctionDescriptor SERVER_INFO = FunctionDescriptor.ofVoid(POINTER, POINTER, POINTER);

    private final Thread owner = Thread.currentThread();
    private final Arena arena = Arena.ofShared();
    private final List<PulseStream> streams = new ArrayList<>();
    private final MemorySegment scratch = arena.allocate(Integer.BYTES);
    private final long loop;
    private final long context;
    private String serverName = "";
    private volatile boolean closed;

    private PulseConnection(PulseServer server, String clientName) throws PulseUnavailable {
        loop = ContextCalls.mainloopNew();
        context = ContextCalls.contextNew(
                ContextCalls.mainloopApi(loop), arena.allocateFrom(clientName).address());
        long address = server.address().isEmpty()
                ? 0
                : arena.allocateFrom(server.address()).address();
        if (ContextCalls.contextConnect(context, address, NO_AUTOSPAWN, 0) < 0) {
            String reason = lastError();
            close();
            throw new PulseUnavailable("No audio server at " + name(server) + ": " + reason + ".");
        }
    }

    /**
     * Connects, and waits until the server has answered.
     *
     * @param clientName shown to people
     * @throws PulseUnavailable without the library, the server, or an answer within the time-out
     */
    public static PulseConnection open(PulseServer server, String clientName, Duration timeout)
            throws PulseUnavailable {
        LibPulse.require(LibPulse.NAME);
        PulseConnection connection = new PulseConnection(server, clientName);
        try {
            connection.await(server, timeout);
            return connection;
        } catch (PulseUnavailable gone) {
            connection.close();
            throw gone;
        }
    }

    private void await(PulseServer server, Duration timeout) throws PulseUnavailable {
        long start = System.nanoTime();
        boolean asked = false;
        while (serverName.isEmpty()) {
            if (System.nanoTime() - start > timeout.toNanos()) {
                throw new PulseUnavailable("The audio server at " + name(server) + " does not answer.");
            }
            iterate(Duration.ofMillis(20));
            if (!asked && ContextCalls.contextState(context) == CONTEXT_READY) {
                long callback = upcall("onServerInfo", SERVER_INFO);
                ContextCalls.operationUnref(ContextCalls.serverInfo(context, callback, 0));
                asked = true;
            }
        }
    }

    private static String name(PulseServer server) {
        return server.address().isEmpty() ? "the default address" : server.address();
    }

    private long upcall(String method, FunctionDescriptor type) {
        MethodType java = type.toMethodType();
        try {
            return LINKER.upcallStub(MethodHandles.lookup().bind(this, method, java), type, arena)
                    .address();
        } catch (ReflectiveOperationException bug) {
            throw LibPulse.wronglyBound(bug);
        }
    }

    @SuppressWarnings({"unused", "UnusedMethod", "UnusedVariable"}) // called by libpulse
    private void onServerInfo(long context, long info, long user) {
        String name = info == 0 ? "unknown" : LibPulse.text(LibPulse.MEMORY.get(POINTER, info + SERVER_NAME_AT));
        String version = info == 0 ? "" : LibPulse.text(LibPulse.MEMORY.get(POINTER, info + SERVER_VERSION_AT));
        serverName = name.contains("PipeWire") ? name : name + " " + version;
    }

    /** What the server calls itself, e.g. {@code PulseAudio (on PipeWire 0.3.65)}. */
    public String serverName() {
        return serverName;
    }

    /**
     * Asks for a stream that records. Returns at once: look at {@link PulseStream#state} while iterating.
     *
     * @throws PulseUnavailable if the server refuses at once
     */
    public RecordStream record(StreamSpec spec) throws PulseUnavailable {
        return opened(new RecordStream(this, spec));
    }

    /**
     * Asks for a stream that plays. Returns at once: look at {@link PulseStream#state} while iterating.
     *
     * @throws PulseUnavailable if the server refuses at once
     */
    public PlaybackStream playback(StreamSpec spec) throws PulseUnavailable {
        return opened(new PlaybackStream(this, spec));
    }

    private <S extends PulseStream> S opened(S stream) throws PulseUnavailable {
        streams.add(stream);
        if (!stream.connect()) {
            String reason = lastError();
            stream.close();
            throw new PulseUnavailable("The audio server refuses the stream " + stream.name() + ": " + reason + ".");
        }
        return stream;
    }

    /**
     * Lets everything happen that is due.
     *
     * @param block waits until something is
     * @throws PulseUnavailable when the server is gone
     */
    public void iterate(boolean block) throws PulseUnavailable {
        confine();
        if (ContextCalls.iterate(loop, block ? 1 : 0, scratch.address()) < 0) {
            throw new PulseUnavailable("libpulse's loop ended with " + scratch.get(INT, 0) + ".");
        }
        failIfGone();
    }

    /** The same, waiting at most so long; allocates nothing but the duration that the caller made. */
    public void iterate(Duration atMost) throws PulseUnavailable {
        iterate(atMost.toNanos() / 1000);
    }

    /** The same, waiting at most so many microseconds. */
    public void iterate(long atMostMicros) throws PulseUnavailable {
        confine();
        int wait = (int) Math.min(Math.max(atMostMicros, 0), Integer.MAX_VALUE);
        if (ContextCalls.prepare(loop, wait) < 0 || ContextCalls.poll(loop) < 0 || ContextCalls.dispatch(loop) < 0) {
            throw new PulseUnavailable("libpulse's loop ended.");
        }
        failIfGone();
    }

    private void failIfGone() throws PulseUnavailable {
        if (ContextCalls.contextState(context) > CONTEXT_READY) {
            throw new PulseUnavailable("The audio server is gone: " + lastError() + ".");
        }
    }

    /** Ends a wait in {@link #iterate} early; from any thread. */
    public void wake() {
        if (!closed) {
            ContextCalls.wakeup(loop);
        }
    }

    private String lastError() {
        return LibPulse.text(ContextCalls.errorText(ContextCalls.contextErrno(context)));
    }

    long context() {
        return context;
    }

    void forget(PulseStream stream) {
        streams.remove(stream);
    }

    void confine() {
        if (Thread.currentThread() != owner) {
            throw new WrongThreadException("this connection belongs to " + owner);
        }
        if (closed) {
            throw new IllegalStateException("this connection is closed");
        }
    }

    /** Ends the streams and the connection; on the owner's thread. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        confine();
        List.copyOf(streams).forEach(PulseStream::close);
        closed = true;
        ContextCalls.contextDisconnect(context);
        ContextCalls.contextUnref(context);
        ContextCalls.mainloopFree(loop);
        arena.close();
    }
}
