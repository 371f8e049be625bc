/** The household rows in one DynamoDB table. */
@org.jspecify.annotations.NullMarked
package ensemble.skill.household.dynamo;
