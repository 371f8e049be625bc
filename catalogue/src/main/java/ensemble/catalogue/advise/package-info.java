/** Every method ranked for what somebody owns, each with its reasons. */
@NullMarked
package ensemble.catalogue.advise;

import org.jspecify.annotations.NullMarked;
