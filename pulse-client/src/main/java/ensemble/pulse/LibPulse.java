package ensemble.pulse;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * The library, its structs' layouts, and how its functions are bound. Pointers travel as {@code long}: no object is
 * made per call.
 */
final class LibPulse {
    static final String NAME = "libpulse.so.0";
    static final ValueLayout.OfLong POINTER = ValueLayout.JAVA_LONG;
    static final ValueLayout.OfLong SIZE = ValueLayout.JAVA_LONG;
    static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED;

    /** All of the address space: memory that libpulse lends is read through it by plain addresses. */
    static final MemorySegment MEMORY = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

    static final Linker LINKER = Linker.nativeLinker();

    private LibPulse() {}

    /** @throws PulseUnavailable when the library is not on this machine */
    static void require(String library) throws PulseUnavailable {
        try (Arena once = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(library, once);
        } catch (IllegalArgumentException absent) {
            throw new PulseUnavailable(
                    "The library " + library + " is not on this machine; the package libpulse0 brings it.", absent);
        }
    }

    static MethodHandle function(String name, MemoryLayout result, MemoryLayout... parameters) {
        return bind(name, FunctionDescriptor.of(result, parameters));
    }

    static MethodHandle procedure(String name, MemoryLayout... parameters) {
        return bind(name, FunctionDescriptor.ofVoid(parameters));
    }

    private static MethodHandle bind(String name, FunctionDescriptor type) {
        return LINKER.downcallHandle(Lookup.LIBRARY.findOrThrow(name), type);
    }

    /** The string at an address; empty for the null pointer. */
    static String text(long address) {
        return address == 0 ? "" : MEMORY.asSlice(address).getString(0);
    }

    /** A call into the library cannot throw: if it does, the binding is wrong. */
    static AssertionError wronglyBound(Throwable cause) {
        return new AssertionError("a libpulse function is wrongly bound", cause);
    }

    /** Apart, so that the class above loads on machines without the library. */
    private static final class Lookup {
        static final SymbolLookup LIBRARY = SymbolLookup.libraryLookup(NAME, Arena.global());
    }
}
