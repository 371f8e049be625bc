/** What is wished of a hub and what a hub says of itself. */
@org.jspecify.annotations.NullMarked
package ensemble.contract.state;
