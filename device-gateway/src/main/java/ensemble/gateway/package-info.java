/** The box: {@code Gateway} builds the rooms, connects them, starts and stops them; it alone knows them all. */
@org.jspecify.annotations.NullMarked
package ensemble.gateway;
