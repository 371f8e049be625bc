/** libpulse's asynchronous interface by the foreign-function interface, iterated on the caller's one thread. */
@org.jspecify.annotations.NullMarked
package ensemble.pulse;
