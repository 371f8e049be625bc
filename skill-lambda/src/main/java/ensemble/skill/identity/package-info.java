/** Whose request this is: the port that reads bearer tokens. */
@org.jspecify.annotations.NullMarked
package ensemble.skill.identity;
