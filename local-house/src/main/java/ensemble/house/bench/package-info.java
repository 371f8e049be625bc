/** Measurements of a running house. What is printed was measured; a goal missed is said to be missed. */
@org.jspecify.annotations.NullMarked
package ensemble.house.bench;
