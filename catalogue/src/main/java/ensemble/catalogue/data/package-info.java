/** What the catalogue holds: models, modes, facts with their evidence, methods, causes, myths, conflicts. */
@NullMarked
package ensemble.catalogue.data;

import org.jspecify.annotations.NullMarked;
