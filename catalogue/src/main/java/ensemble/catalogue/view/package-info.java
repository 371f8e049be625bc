/** The answers as JSON. */
@NullMarked
package ensemble.catalogue.view;

import org.jspecify.annotations.NullMarked;
