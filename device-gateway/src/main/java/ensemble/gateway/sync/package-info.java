/**
 * Measuring how far apart the speakers are heard, and what follows from it: calibrations, corrections, status. A correction is
 * a fact that the reconciler reads at its next look; nothing here moves a speaker.
 */
@NullMarked
package ensemble.gateway.sync;

import org.jspecify.annotations.NullMarked;
