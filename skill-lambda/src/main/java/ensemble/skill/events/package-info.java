/** The ports to Amazon's event gateway and to the grants it asks for. */
@org.jspecify.annotations.NullMarked
package ensemble.skill.events;
