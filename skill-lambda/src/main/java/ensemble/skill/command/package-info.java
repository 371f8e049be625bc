/** What a person wants, the wish it makes, and the answer that may be given: decisions pure, one class that acts. */
@org.jspecify.annotations.NullMarked
package ensemble.skill.command;
