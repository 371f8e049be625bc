/** The JSON of {@code status}: read from the shadows, as the cloud sees the house. */
@org.jspecify.annotations.NullMarked
package ensemble.house.status;
