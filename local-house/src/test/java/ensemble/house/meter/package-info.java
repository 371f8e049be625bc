/** The meter. */
@org.jspecify.annotations.NullMarked
package ensemble.house.meter;
