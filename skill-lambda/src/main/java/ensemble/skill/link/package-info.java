/** Linking a box to a house: limits on guessing, the question put to the box, the house that comes of a yes. */
@org.jspecify.annotations.NullMarked
package ensemble.skill.link;
