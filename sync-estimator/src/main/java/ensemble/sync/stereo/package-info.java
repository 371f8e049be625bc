/** The check of any two speakers from a test file and one microphone take of it. */
@NullMarked
package ensemble.sync.stereo;

import org.jspecify.annotations.NullMarked;
