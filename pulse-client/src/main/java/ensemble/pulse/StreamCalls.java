package ensemble.pulse;

import static ensemble.pulse.LibPulse.INT;
import static ensemble.pulse.LibPulse.POINTER;
import static ensemble.pulse.LibPulse.SIZE;
import static ensemble.pulse.LibPulse.function;
import static ensemble.pulse.LibPulse.procedure;
import static ensemble.pulse.LibPulse.wronglyBound;

import java.lang.invoke.MethodHandle;

/** pa_stream. */
final class StreamCalls {
    private static final MethodHandle STREAM_NEW_WITH_PROPLIST =
            function("pa_stream_new_with_proplist", POINTER, POINTER, POINTER, POINTER, POINTER, POINTER);
    private static final MethodHandle STREAM_UNREF = procedure("pa_stream_unref", POINTER);
    private static final MethodHandle STREAM_GET_STATE = function("pa_stream_get_state", INT, POINTER);
    private static final MethodHandle STREAM_CONNECT_PLAYBACK =
            function("pa_stream_connect_playback", INT, POINTER, POINTER, POINTER, INT, POINTER, POINTER);
    private static final MethodHandle STREAM_CONNECT_RECORD =
            function("pa_stream_connect_record", INT, POINTER, POINTER, POINTER, INT);
    private static final MethodHandle STREAM_DISCONNECT = function("pa_stream_disconnect", INT, POINTER);
    private static final MethodHandle STREAM_SET_UNDERFLOW_CALLBACK =
            procedure("pa_stream_set_underflow_callback", POINTER, POINTER, POINTER);
    private static final MethodHandle STREAM_SET_OVERFLOW_CALLBACK =
            procedure("pa_stream_set_overflow_callback", POINTER, POINTER, POINTER);
    private static final MethodHandle STREAM_WRITABLE_SIZE = function("pa_stream_writable_size", SIZE, POINTER);
    private static final MethodHandle STREAM_READABLE_SIZE = function("pa_stream_readable_size", SIZE, POINTER);
    private static final MethodHandle STREAM_WRITE =
            function("pa_stream_write", INT, POINTER, POINTER, SIZE, POINTER, SIZE, INT);
    private static final MethodHandle STREAM_PEEK = function("pa_stream_peek", INT, POINTER, POINTER, POINTER);
    private static final MethodHandle STREAM_DROP = function("pa_stream_drop", INT, POINTER);
    private static final MethodHandle STREAM_GET_TIMING_INFO = function("pa_stream_get_timing_info", POINTER, POINTER);
    private static final MethodHandle STREAM_UPDATE_TIMING_INFO =
            function("pa_stream_update_timing_info", POINTER, POINTER, POINTER, POINTER);
    private static final MethodHandle STREAM_GET_BUFFER_ATTR = function("pa_stream_get_buffer_attr", POINTER, POINTER);
    private static final MethodHandle STREAM_CORK = function("pa_stream_cork", POINTER, POINTER, INT, POINTER, POINTER);
    private static final MethodHandle STREAM_SET_NAME =
            function("pa_stream_set_name", POINTER, POINTER, POINTER, POINTER, POINTER);
    private static final MethodHandle STREAM_GET_INDEX = function("pa_stream_get_index", INT, POINTER);
    private static final MethodHandle STREAM_GET_CONTEXT = function("pa_stream_get_context", POINTER, POINTER);

    private StreamCalls() {}

    static long create(long context, long name, long spec, long map, long properties) {
        try {
            return (long) STREAM_NEW_WITH_PROPLIST.invokeExact(context, name, spec, map, properties);
        } catch (Throwable bug) {
            throw wronglyBound(bug);
        }
    }

    static void unref(long stream) {
        try {
            STREAM_UNREF.invokeExact(stream);
        } catch (Throwable bug) {
            throw wronglyBound(bug);
        }
    }

    static int state(long stream) {
        try {
            return (int) STREAM_GET_STATE.invokeExact(stream);
        } catch (Throwable bug) {
            throw wronglyBound(bug);
        }
    }

    static int connectPlayback(long stream, long device, long buffer, int flags, long volume, long sync) {
        try {
            return (int) STREAM_CONNECT_PLAYBACK.invokeExact(stream, device, buffer, flags, volume, sync);
        } catch (Throwable bug) {
            throw wronglyBound(bug);
        }
    }

    static int connectRecord(long stream, long device, long buffer, int flags) {
        try {
            return (int) STREAM_CONNECT_RECORD.invokeExact(stream, device, buffer, flags);
        } catch (Throwable bug) {
            throw wronglyBound(bug);
        }
    }

    static int disconnect(long stream) {
        try {
            return (int) STREAM_DISCONNECT.invokeExact(stream);
        } catch (Throwable bug) {
            throw wronglyBound(bug);
        }
    }

    static void onUnderflow(long stream, long callback, long user) {
        try {
            STREAM_SET_UNDERFLOW_CALLBACK.invokeExact(stream, callback, user);
        } catch (Throwable bug) {
            throw wronglyBound(bug);
        }
    }

    static void onOverflow(long stream, long callback, long user) {
        try {
            STREAM_SET_OVERFLOW_CALLBACK.invokeExact(stream, callback, user);
        } catch (Throwable bug) {
            throw wronglyBound(bug);
        }
    }

    static long writableSize(long stream) {
        try {
            return (long) STREAM_WRITABLE_SIZE.invokeExact(stream);
        } catch (Throwable bug) {
            throw wronglyBound(bug);
        }
    }

    static long readableSize(long stream) {
        try {
            return (long) STREAM_READABLE_SIZE.invokeExact(stream);
        } catch (Throwable bug) {
            throw wronglyBound(bug);
        }
    }

    static int write(long stream, long data, long bytes, long free, long offset, int seek) {
        try {
            return (int) STREAM_WRITE.invokeExact(stream, data, bytes, free, offset, seek);
        } catch (Throwable bug) {
            throw wronglyBound(bug);
        }
    }

    static int peek(long stream, long data, long bytes) {
        try {
            return (int) STREAM_PEEK.invokeExact(stream, data, bytes);
        } catch (Throwable bug) {
            throw wronglyBound(bug);
        }
    }

    static int drop(long stream) {
        try {
            return (int) STREAM_DROP.invokeExact(stream);
        } catch (Throwable bug) {
            throw wronglyBound(bug);
        }
    }

    static long timing(long stream) {
        try {
            return (long) STREAM_GET_TIMING_INFO.invokeExact(stream);
        } catch (Throwable bug) {
            throw wronglyBound(bug);
        }
    }

    static long updateTiming(long stream, long callback, long user) {
        try {
            return (long) STREAM_UPDATE_TIMING_INFO.invokeExact(stream, callback, user);
        } catch (Throwable bug) {
            throw wronglyBound(bug);
        }
    }

    static long bufferAttributes(long stream) {
        try {
            return (long) STREAM_GET_BUFFER_ATTR.invokeExact(stream);
        } catch (Throwable bug) {
            throw wronglyBound(bug);
        }
    }

    static long cork(long stream, int corked, long callback, long user) {
        try {
            return (long) STREAM_CORK.invokeExact(stream, corked, callback, user);
        } catch (Throwable bug) {
            throw wronglyBound(bug);
        }
    }

    static long setName(long stream, long name, long callback, long user) {
        try {
            return (long) STREAM_SET_NAME.invokeExact(stream, name, callback, user);
        } catch (Throwable bug) {
            throw wronglyBound(bug);
        }
    }

    static int index(long stream) {
        try {
            return (int) STREAM_GET_INDEX.invokeExact(stream);
        } catch (Throwable bug) {
            throw wronglyBound(bug);
        }
    }

    static long context(long stream) {
        try {
            return (long) STREAM_GET_CONTEXT.invokeExact(stream);
        } catch (Throwable bug) {
            throw wronglyBound(bug);
        }
    }
}
