/** From the shipped files and a person's own to one catalogue; a bad file of theirs is named and left out. */
@NullMarked
package ensemble.catalogue.load;

import org.jspecify.annotations.NullMarked;
