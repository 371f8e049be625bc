/** The room's wire without an audio server: the room is the clock and trades blocks with the gateway over a socket. */
@NullMarked
package ensemble.house.room.cable;

import org.jspecify.annotations.NullMarked;
