/** The router and the port. */
@org.jspecify.annotations.NullMarked
package ensemble.house.http;
