/** Waiting, handed in, so that a test need not wait. */
@org.jspecify.annotations.NullMarked
package ensemble.skill.time;
