/** What the estimator and its rivals reach over many simulated takes, against the goals. */
@NullMarked
package ensemble.sync.bench;

import org.jspecify.annotations.NullMarked;
