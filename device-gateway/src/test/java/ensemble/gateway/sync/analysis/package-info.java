/** The analysis of takes, by takes that are computed. */
@NullMarked
package ensemble.gateway.sync.analysis;

import org.jspecify.annotations.NullMarked;
