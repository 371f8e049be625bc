/** What is delivered, and what never is. */
@org.jspecify.annotations.NullMarked
package ensemble.house.delivery;
