/** The identity provider: signed access tokens and the keys to check them. */
@org.jspecify.annotations.NullMarked
package ensemble.house.identity;
