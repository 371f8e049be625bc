/** WAV files: a tolerant streaming reader with clear errors, and a float writer at the house's rate. */
@NullMarked
package ensemble.wav;

import org.jspecify.annotations.NullMarked;
