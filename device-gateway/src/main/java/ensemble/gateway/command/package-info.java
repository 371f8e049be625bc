/** What a person asks of the box at the box itself, as values, and the queue in which they wait for the loop. */
@NullMarked
package ensemble.gateway.command;

import org.jspecify.annotations.NullMarked;
