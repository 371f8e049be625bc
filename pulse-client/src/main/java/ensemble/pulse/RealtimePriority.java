package ensemble.pulse;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** What asking the kernel for first-in-first-out real-time scheduling of one thread came to. */
public sealed interface RealtimePriority {
    /** The thread now runs before every ordinary one. */
    record Granted(int priority) implements RealtimePriority {}

    /** It runs like any other thread. */
    record Refused(String reason) implements RealtimePriority {}

    /**
     * Asks for the calling thread, which must be a platform thread.
     *
     * @param priority 1 to 99; the audio server's own threads run at 88
     */
    static RealtimePriority request(int priority) {
        if (Thread.currentThread().isVirtual()) {
            throw new IllegalStateException("a virtual thread has no scheduling of its own");
        }
        return SchedulerCall.fifo(priority);
    }

    /** The binding of {@code sched_setscheduler}. */
    final class SchedulerCall {
        private static final int SCHED_FIFO = 1;
        private static final int NOT_PERMITTED = 1;
        private static final StructLayout STATE = Linker.Option.captureStateLayout();
        private static final MethodHandle SET = Linker.nativeLinker()
                .downcallHandle(
                        Linker.nativeLinker().defaultLookup().findOrThrow("sched_setscheduler"),
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS),
                        Linker.Option.captureCallState("errno"));

        private SchedulerCall() {}

        private static RealtimePriority fifo(int priority) {
            try (Arena brief = Arena.ofConfined()) {
                MemorySegment state = brief.allocate(STATE);
                MemorySegment parameter = brief.allocateFrom(ValueLayout.JAVA_INT, priority);
                int result = (int) SET.invokeExact(state, 0, SCHED_FIFO, parameter);
                if (result == 0) {
                    return new Granted(priority);
                }
                int errno = (int) STATE.varHandle(java.lang.foreign.MemoryLayout.PathElement.groupElement("errno"))
                        .get(state, 0L);
                return new Refused(
                        errno == NOT_PERMITTED
                                ? "this user may not use real-time scheduling (see rtprio in limits.conf)"
                                : "sched_setscheduler failed with error " + errno);
            } catch (Throwable bug) {
                throw new AssertionError("sched_setscheduler is wrongly bound", bug);
            }
        }
    }
}
