/** The room's wire through a private PipeWire: sinks, links, and one capture of them all. */
@NullMarked
package ensemble.house.room.pipewire;

import org.jspecify.annotations.NullMarked;
