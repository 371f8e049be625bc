/** The port to a hub's device shadows. */
@org.jspecify.annotations.NullMarked
package ensemble.skill.shadow;
