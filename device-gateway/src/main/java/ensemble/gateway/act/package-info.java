/** One-shot acts: who does them, and what became of each. */
@NullMarked
package ensemble.gateway.act;

import org.jspecify.annotations.NullMarked;
