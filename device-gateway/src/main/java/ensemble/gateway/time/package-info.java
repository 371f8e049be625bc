/** The only callers of the system clocks. */
@org.jspecify.annotations.NullMarked
package ensemble.gateway.time;
