/** Which model is meant: typing, speech and other languages' ears forgiven, numbers never guessed. */
@NullMarked
package ensemble.catalogue.name;

import org.jspecify.annotations.NullMarked;
