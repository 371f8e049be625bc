package ensemble.pulse;

import static ensemble.pulse.LibPulse.INT;
import static ensemble.pulse.LibPulse.POINTER;
import static ensemble.pulse.LibPulse.function;
import static ensemble.pulse.LibPulse.procedure;
import static ensemble.pulse.LibPulse.wronglyBound;

import java.lang.invoke.MethodHandle;

/** pa_mainloop, pa_context, pa_proplist, pa_operation. */
final class ContextCalls {
    private static final MethodHandle MAINLOOP_NEW = function("pa_mainloop_new", POINTER);
    private static final MethodHandle MAINLOOP_FREE = procedure("pa_mainloop_free", POINTER);
    private static final MethodHandle MAINLOOP_GET_API = function("pa_mainloop_get_api", POINTER, POINTER);
    private static final MethodHandle MAINLOOP_ITERATE = function("pa_mainloop_iterate", INT, POINTER, INT, POINTER);
    private static final MethodHandle MAINLOOP_PREPARE = function("pa_mainloop_prepare", INT, POINTER, INT);
    private static final MethodHandle MAINLOOP_POLL = function("pa_mainloop_poll", INT, POINTER);
    private static final MethodHandle MAINLOOP_DISPATCH = function("pa_mainloop_dispatch", INT, POINTER);
    private static final MethodHandle MAINLOOP_WAKEUP = procedure("pa_mainloop_wakeup", POINTER);
    private static final MethodHandle CONTEXT_NEW = function("pa_context_new", POINTER, POINTER, POINTER);
    private static final MethodHandle CONTEXT_CONNECT =
            function("pa_context_connect", INT, POINTER, POINTER, INT, POINTER);
    private static final MethodHandle CONTEXT_DISCONNECT = procedure("pa_context_disconnect", POINTER);
    private static final MethodHandle CONTEXT_UNREF = procedure("pa_context_unref", POINTER);
    private static final MethodHandle CONTEXT_GET_STATE = function("pa_context_get_state", INT, POINTER);
    private static final MethodHandle CONTEXT_ERRNO = function("pa_context_errno", INT, POINTER);
    private static final MethodHandle CONTEXT_GET_SERVER_INFO =
            function("pa_context_get_server_info", POINTER, POINTER, POINTER, POINTER);
    private static final MethodHandle STRERROR = function("pa_strerror", POINTER, INT);
    private static final MethodHandle PROPLIST_NEW = function("pa_proplist_new", POINTER);
    private static final MethodHandle PROPLIST_SETS = function("pa_proplist_sets", INT, POINTER, POINTER, POINTER);
    private static final MethodHandle PROPLIST_FREE = procedure("pa_proplist_free", POINTER);
    private static final MethodHandle OPERATION_UNREF = procedure("pa_operation_unref", POINTER);

    private static final MethodHandle OPERATION_GET_STATE = function("pa_operation_get_state", INT, POINTER);

    private ContextCalls() {}

    static long mainloopNew() {
        try {
            return (long) MAINLOOP_NEW.invokeExact();
        } catch (Throwable bug) {
            throw wronglyBound(bug);
        }
    }

    static void mainloopFree(long loop) {
        try {
            MAINLOOP_FREE.invokeExact(loop);
        } catch (Throwable bug) {
            throw wronglyBound(bug);
        }
    }

    static long mainloopApi(long loop) {
        try {
            return (long) MAINLOOP_GET_API.invokeExact(loop);
        } catch (Throwable bug) {
            throw wronglyBound(bug);
        }
    }

    static int iterate(long loop, int block, long result) {
        try {
            return (int) MAINLOOP_ITERATE.invokeExact(loop, block, result);
        } catch (Throwable bug) {
            throw wronglyBound(bug);
        }
    }

    static int prepare(long loop, int timeoutMicros) {
        try {
            return (int) MAINLOOP_PREPARE.invokeExact(loop, timeoutMicros);
        } catch (Throwable bug) {
            throw wronglyBound(bug);
        }
    }

    static int poll(long loop) {
        try {
            return (int) MAINLOOP_POLL.invokeExact(loop);
        } catch (Throwable bug) {
            throw wronglyBound(bug);
        }
    }

    static int dispatch(long loop) {
        try {
            return (int) MAINLOOP_DISPATCH.invokeExact(loop);
        } catch (Throwable bug) {
            throw wronglyBound(bug);
        }
    }

    static void wakeup(long loop) {
        try {
            MAINLOOP_WAKEUP.invokeExact(loop);
        } catch (Throwable bug) {
            throw wronglyBound(bug);
        }
    }

    static long contextNew(long api, long name) {
        try {
            return (long) CONTEXT_NEW.invokeExact(api, name);
        } catch (Throwable bug) {
            throw wronglyBound(bug);
        }
    }

    static int contextConnect(long context, long server, int flags, long spawn) {
        try {
            return (int) CONTEXT_CONNECT.invokeExact(context, server, flags, spawn);
        } catch (Throwable bug) {
            throw wronglyBound(bug);
        }
    }

    static void contextDisconnect(long context) {
        try {
            CONTEXT_DISCONNECT.invokeExact(context);
        } catch (Throwable bug) {
            throw wronglyBound(bug);
        }
    }

    static void contextUnref(long context) {
        try {
            CONTEXT_UNREF.invokeExact(context);
        } catch (Throwable bug) {
            throw wronglyBound(bug);
        }
    }

    static int contextState(long context) {
        try {
            return (int) CONTEXT_GET_STATE.invokeExact(context);
        } catch (Throwable bug) {
            throw wronglyBound(bug);
        }
    }

    static int contextErrno(long context) {
        try {
            return (int) CONTEXT_ERRNO.invokeExact(context);
        } catch (Throwable bug) {
            throw wronglyBound(bug);
        }
    }

    static long serverInfo(long context, long callback, long user) {
        try {
            return (long) CONTEXT_GET_SERVER_INFO.invokeExact(context, callback, user);
        } catch (Throwable bug) {
            throw wronglyBound(bug);
        }
    }

    static long errorText(int error) {
        try {
            return (long) STRERROR.invokeExact(error);
        } catch (Throwable bug) {
            throw wronglyBound(bug);
        }
    }

    static long proplistNew() {
        try {
            return (long) PROPLIST_NEW.invokeExact();
        } catch (Throwable bug) {
            throw wronglyBound(bug);
        }
    }

    static int proplistSet(long list, long key, long value) {
        try {
            return (int) PROPLIST_SETS.invokeExact(list, key, value);
        } catch (Throwable bug) {
            throw wronglyBound(bug);
        }
    }

    static void proplistFree(long list) {
        try {
            PROPLIST_FREE.invokeExact(list);
        } catch (Throwable bug) {
            throw wronglyBound(bug);
        }
    }

    static void operationUnref(long operation) {
        try {
            OPERATION_UNREF.invokeExact(operation);
        } catch (Throwable bug) {
            throw wronglyBound(bug);
        }
    }

    static int operationState(long operation) {
        try {
            return (int) OPERATION_GET_STATE.invokeExact(operation);
        } catch (Throwable bug) {
            throw wronglyBound(bug);
        }
    }
}
