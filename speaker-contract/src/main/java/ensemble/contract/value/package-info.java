/** Quantities whose unit lives in the type. */
@org.jspecify.annotations.NullMarked
package ensemble.contract.value;
