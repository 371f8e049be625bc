/** What goes to Amazon: the Lambdas' package, the stack, the skill's package, and the commands that send them. */
@org.jspecify.annotations.NullMarked
package ensemble.house.delivery;
