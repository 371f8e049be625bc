/** DynamoDB Local and its front. */
@org.jspecify.annotations.NullMarked
package ensemble.house.dynamo;
