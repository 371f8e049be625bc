/** DynamoDB Local on loopback, metered. */
@org.jspecify.annotations.NullMarked
package ensemble.house.dynamo;
