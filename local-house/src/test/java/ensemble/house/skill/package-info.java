/** The skill's adapters on what stands in for AWS here. */
@org.jspecify.annotations.NullMarked
package ensemble.house.skill;
