/** The device-shadow service of AWS IoT as values: what is asked, what is answered, what is published. */
@org.jspecify.annotations.NullMarked
package ensemble.house.shadow;
