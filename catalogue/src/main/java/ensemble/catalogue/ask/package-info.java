/** Can these link, how, and what contradicts it. */
@NullMarked
package ensemble.catalogue.ask;

import org.jspecify.annotations.NullMarked;
