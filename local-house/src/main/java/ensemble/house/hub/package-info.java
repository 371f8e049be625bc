/** The gateway of the running house, as a process of its own. */
@org.jspecify.annotations.NullMarked
package ensemble.house.hub;
