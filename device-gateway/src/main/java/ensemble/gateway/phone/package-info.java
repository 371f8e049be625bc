/** A phone that lends its microphone through the box's page. */
@NullMarked
package ensemble.gateway.phone;

import org.jspecify.annotations.NullMarked;
