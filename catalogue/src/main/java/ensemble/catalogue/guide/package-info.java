/** Linking procedures as step machines, the same for a terminal and for a voice. */
@NullMarked
package ensemble.catalogue.guide;

import org.jspecify.annotations.NullMarked;
