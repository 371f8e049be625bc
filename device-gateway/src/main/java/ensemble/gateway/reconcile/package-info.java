/** Wish and facts in, one plan out; and the loop that looks. */
@org.jspecify.annotations.NullMarked
package ensemble.gateway.reconcile;
