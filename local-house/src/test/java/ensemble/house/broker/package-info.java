/** The broker, its policies and its contract. */
@org.jspecify.annotations.NullMarked
package ensemble.house.broker;
