@NullMarked
package ensemble.gateway.phone;

import org.jspecify.annotations.NullMarked;
