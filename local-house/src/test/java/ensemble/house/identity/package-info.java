/** Tokens. */
@org.jspecify.annotations.NullMarked
package ensemble.house.identity;
