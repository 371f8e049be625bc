package ensemble.pulse;

import static ensemble.pulse.LibPulse.INT;
import static ensemble.pulse.LibPulse.LINKER;
import static ensemble.pulse.LibPulse.MEMORY;
import static ensemble.pulse.LibPulse.POINTER;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** What recording and playing streams share. Belongs to its connection's thread. */
public abstract sealed class PulseStream implements AutoCloseable permits RecordStream, PlaybackStream {
    private static final int FLOAT_LITTLE_ENDIAN = 5;
    private static final int SPEC_BYTES = 12;
    private static final int MAP_BYTES = 132;
    private static final int ATTRIBUTE_BYTES = 20;
    private static final int MONO = 0;
    private static final int FRONT_LEFT = 1;
    private static final int AUX0 = 12;
    private static final int TRANSPORT_AT = 40;
    private static final int SINK_AT = 24;
    private static final int SOURCE_AT = 32;
    private static final int PLAYING_AT = 48;
    private static final int WRITE_INDEX_AT = 56;
    private static final int READ_INDEX_AT = 72;
    private static final int OPERATION_RUNNING = 0;
    private static final FunctionDescriptor NOTIFY = FunctionDescriptor.ofVoid(POINTER, POINTER);

    final PulseConnection connection;
    final StreamSpec spec;
    final int frameBytes;
    final long handle;
    final Arena arena = Arena.ofShared();
    private long timingOperation;
    private long underflows;
    private long overflows;
    private boolean closed;

    PulseStream(PulseConnection connection, StreamSpec spec) {
        connection.confine();
        this.connection = connection;
        this.spec = spec;
        this.frameBytes = spec.frameBytes();
        try (Arena brief = Arena.ofConfined()) {
            long properties = properties(brief);
            handle = StreamCalls.create(
                    connection.context(),
                    brief.allocateFrom(spec.name()).address(),
                    sampleSpec(brief).address(),
                    channelMap(brief).address(),
                    properties);
            ContextCalls.proplistFree(properties);
        }
        if (handle == 0) {
            throw new IllegalArgumentException("libpulse rejects " + spec);
        }
        StreamCalls.onUnderflow(handle, upcall("onUnderflow"), 0);
        StreamCalls.onOverflow(handle, upcall("onOverflow"), 0);
    }

    private long properties(Arena brief) {
        long list = ContextCalls.proplistNew();
        set(list, brief, "node.name", spec.name());
        set(list, brief, "media.name", spec.name());
        spec.properties().forEach((key, value) -> set(list, brief, key, value));
        return list;
    }

    private static void set(long list, Arena brief, String key, String value) {
        ContextCalls.proplistSet(
                list,
                brief.allocateFrom(key).address(),
                brief.allocateFrom(value).address());
    }

    private MemorySegment sampleSpec(Arena brief) {
        MemorySegment sample = brief.allocate(SPEC_BYTES, Integer.BYTES);
        sample.set(INT, 0, FLOAT_LITTLE_ENDIAN);
        sample.set(INT, 4, spec.framesPerSecond());
        sample.set(ValueLayout.JAVA_BYTE, 8, (byte) spec.channels());
        return sample;
    }

    private MemorySegment channelMap(Arena brief) {
        MemorySegment map = brief.allocate(MAP_BYTES, Integer.BYTES);
        map.set(ValueLayout.JAVA_BYTE, 0, (byte) spec.channels());
        int first =
                switch (spec.layout()) {
                    case MONO -> MONO;
                    case STEREO -> FRONT_LEFT;
                    case AUX -> AUX0;
                };
        for (int channel = 0; channel < spec.channels(); channel++) {
            map.set(INT, Integer.BYTES * (1L + channel), first + channel);
        }
        return map;
    }

    MemorySegment bufferAttributes(Arena brief) {
        MemorySegment wanted = brief.allocate(ATTRIBUTE_BYTES, Integer.BYTES);
        wanted.set(INT, 0, bytes(spec.buffer().maxLength()));
        wanted.set(INT, 4, bytes(spec.buffer().targetLength()));
        wanted.set(INT, 8, bytes(spec.buffer().prebuffer()));
        wanted.set(INT, 12, bytes(spec.buffer().minimumRequest()));
        wanted.set(INT, 16, bytes(spec.buffer().fragment()));
        return wanted;
    }

    private int bytes(int frames) {
        return frames == BufferAttributes.SERVERS_CHOICE ? frames : Math.multiplyExact(frames, frameBytes);
    }

    int flags() {
        return spec.flags().stream().mapToInt(flag -> flag.bit).reduce(0, (all, bit) -> all | bit);
    }

    long device(Arena brief) {
        return spec.device().map(name -> brief.allocateFrom(name).address()).orElse(0L);
    }

    /** Asks the server for the stream; false if that fails at once. */
    abstract boolean connect();

    private long upcall(String method) {
        MethodType java = NOTIFY.toMethodType();
        try {
            return LINKER.upcallStub(MethodHandles.lookup().bind(this, method, java), NOTIFY, arena)
                    .address();
        } catch (ReflectiveOperationException bug) {
            throw LibPulse.wronglyBound(bug);
        }
    }

    @SuppressWarnings({"unused", "UnusedMethod", "UnusedVariable"}) // called by libpulse, inside iterate
    private void onUnderflow(long stream, long user) {
        underflows++;
    }

    @SuppressWarnings({"unused", "UnusedMethod", "UnusedVariable"}) // called by libpulse, inside iterate
    private void onOverflow(long stream, long user) {
        overflows++;
    }

    public final String name() {
        return spec.name();
    }

    public final int channels() {
        return spec.channels();
    }

    public final StreamState state() {
        connection.confine();
        return StreamState.of(StreamCalls.state(handle));
    }

    /** How often the server starved since the stream began. */
    public final long underflows() {
        return underflows;
    }

    /** How often the server had to throw frames away since the stream began. */
    public final long overflows() {
        return overflows;
    }

    /** The server's number for it, as {@code pactl} shows it. */
    public final int index() {
        return StreamCalls.index(handle);
    }

    /** Sizes that the server chose; only once READY. */
    public final BufferAttributes buffer() {
        connection.confine();
        long at = StreamCalls.bufferAttributes(handle);
        if (at == 0) {
            throw new IllegalStateException(name() + " has no buffer before it is READY");
        }
        return new BufferAttributes(frames(at), frames(at + 4), frames(at + 8), frames(at + 12), frames(at + 16));
    }

    private int frames(long at) {
        return MEMORY.get(INT, at) / frameBytes;
    }

    /** Asks the server for fresh timing, unless an answer is still under way; it is there some iterations later. */
    public final void requestTiming() {
        if (timingAnswered()) {
            timingOperation = StreamCalls.updateTiming(handle, 0, 0);
        }
    }

    /** Whether the last {@link #requestTiming} has been answered (or none was made). */
    public final boolean timingAnswered() {
        connection.confine();
        if (timingOperation != 0 && ContextCalls.operationState(timingOperation) != OPERATION_RUNNING) {
            ContextCalls.operationUnref(timingOperation);
            timingOperation = 0;
        }
        return timingOperation == 0;
    }

    /** Fills in what the server last told; false (and nothing filled in) before it told anything. */
    public final boolean timing(StreamTiming into) {
        connection.confine();
        long at = StreamCalls.timing(handle);
        if (at == 0) {
            return false;
        }
        into.writeFrames = MEMORY.get(POINTER, at + WRITE_INDEX_AT) / frameBytes;
        into.readFrames = MEMORY.get(POINTER, at + READ_INDEX_AT) / frameBytes;
        into.deviceMicros = MEMORY.get(POINTER, at + (this instanceof RecordStream ? SOURCE_AT : SINK_AT));
        into.transportMicros = MEMORY.get(POINTER, at + TRANSPORT_AT);
        into.playing = MEMORY.get(INT, at + PLAYING_AT) != 0;
        return true;
    }

    /** Stops the stream, or lets it go on: playback keeps what waits on the server, recording gets nothing. */
    public final void cork(boolean corked) {
        connection.confine();
        long operation = StreamCalls.cork(handle, corked ? 1 : 0, 0, 0);
        if (operation != 0) {
            ContextCalls.operationUnref(operation);
        }
    }

    /** Renames the stream for people; its node's name stays. */
    public final void setName(String name) {
        connection.confine();
        try (Arena brief = Arena.ofConfined()) {
            long text = brief.allocateFrom(name).address();
            long operation = StreamCalls.setName(handle, text, 0, 0);
            if (operation != 0) {
                ContextCalls.operationUnref(operation);
            }
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        connection.confine();
        closed = true;
        if (timingOperation != 0) {
            ContextCalls.operationUnref(timingOperation);
        }
        StreamCalls.onUnderflow(handle, 0, 0);
        StreamCalls.onOverflow(handle, 0, 0);
        StreamCalls.disconnect(handle);
        StreamCalls.unref(handle);
        connection.forget(this);
        arena.close();
    }
}
