@NullMarked
package ensemble.sync.hold;

import org.jspecify.annotations.NullMarked;
