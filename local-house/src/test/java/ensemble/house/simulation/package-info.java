/** The whole circle in one process and in virtual time, under seeded faults, judged by what it promised. */
@org.jspecify.annotations.NullMarked
package ensemble.house.simulation;
