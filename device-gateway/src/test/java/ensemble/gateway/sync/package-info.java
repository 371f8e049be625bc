/** Calibrations in virtual time: the real mixer, computed air, the real analysis. */
@NullMarked
package ensemble.gateway.sync;

import org.jspecify.annotations.NullMarked;
