/** Seeded speakers, rooms, codecs, noise and microphones to judge the estimator by. */
@NullMarked
package ensemble.sync.simulation;

import org.jspecify.annotations.NullMarked;
