/** The rules engine of AWS IoT, as far as the house needs it. */
@org.jspecify.annotations.NullMarked
package ensemble.house.rules;
