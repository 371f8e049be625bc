/** From one microphone take of the probe to arrival offsets, levels and doubt, or to a refusal that says why. */
@NullMarked
package ensemble.sync.estimate;

import org.jspecify.annotations.NullMarked;
