/** Tests of the bench. */
@NullMarked
package ensemble.sync.bench;

import org.jspecify.annotations.NullMarked;
