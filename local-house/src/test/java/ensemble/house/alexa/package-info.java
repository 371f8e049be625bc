/** How the simulated Alexa understands and what it sends. */
@org.jspecify.annotations.NullMarked
package ensemble.house.alexa;
