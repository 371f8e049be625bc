/** Tests of the estimator, in clean air and in simulated rooms. */
@NullMarked
package ensemble.sync.estimate;

import org.jspecify.annotations.NullMarked;
