/** The device-shadow service against AWS's documented examples. */
@org.jspecify.annotations.NullMarked
package ensemble.house.shadow;
