/** What the cloud would charge for, counted. */
@org.jspecify.annotations.NullMarked
package ensemble.house.meter;
