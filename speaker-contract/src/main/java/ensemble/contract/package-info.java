/**
 * The words that the skill and the gateway must spell alike. A type enters only if both halves need it; the only vendor
 * is Jackson, and only in {@code shadow}.
 */
@org.jspecify.annotations.NullMarked
package ensemble.contract;
