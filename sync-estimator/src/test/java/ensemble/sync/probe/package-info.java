/** Tests of the calibration signal. */
@NullMarked
package ensemble.sync.probe;

import org.jspecify.annotations.NullMarked;
