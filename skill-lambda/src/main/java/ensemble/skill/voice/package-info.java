/** The custom skill: one handler per intent. */
@org.jspecify.annotations.NullMarked
package ensemble.skill.voice;
