/** Keeping speakers together while music plays: marks under it, what a microphone hears of them, and the loop. */
@NullMarked
package ensemble.sync.hold;

import org.jspecify.annotations.NullMarked;
