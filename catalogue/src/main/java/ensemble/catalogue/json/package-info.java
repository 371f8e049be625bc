/** JSON whose every value knows its line, read strictly, so that a fault can be named by file and line. */
@NullMarked
package ensemble.catalogue.json;

import org.jspecify.annotations.NullMarked;
