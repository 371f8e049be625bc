/** From a take to a verdict, in a process of its own that ends. Pure but for starting that process. */
@NullMarked
package ensemble.gateway.sync.analysis;

import org.jspecify.annotations.NullMarked;
