/** A house with strict fakes behind every port, in virtual time. */
@org.jspecify.annotations.NullMarked
package ensemble.skill.fake;
