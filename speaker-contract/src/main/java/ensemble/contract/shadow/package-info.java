/** The only JSON of the contract: one codec per named shadow, and the limits they hold. */
@org.jspecify.annotations.NullMarked
package ensemble.contract.shadow;
