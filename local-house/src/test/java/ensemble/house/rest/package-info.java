/** The data plane through the real AWS SDK. */
@org.jspecify.annotations.NullMarked
package ensemble.house.rest;
