/** The virtual room: speakers with their own latency and clock, the Echo's program, a microphone, and recordings of them. */
@NullMarked
package ensemble.house.room;

import org.jspecify.annotations.NullMarked;
