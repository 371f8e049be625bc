/** From a symptom to ranked causes, each with the check that separates it; and myths answered. */
@NullMarked
package ensemble.catalogue.explain;

import org.jspecify.annotations.NullMarked;
