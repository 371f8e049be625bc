/** Tests of the stereo check. */
@NullMarked
package ensemble.sync.stereo;

import org.jspecify.annotations.NullMarked;
