/** The calibration signal: which sweep plays on which speaker when. */
@NullMarked
package ensemble.sync.probe;

import org.jspecify.annotations.NullMarked;
