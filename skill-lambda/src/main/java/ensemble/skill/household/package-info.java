/** Who owns which speakers and what was last wished of them: values and the ports that keep them. */
@org.jspecify.annotations.NullMarked
package ensemble.skill.household;
