/** The whole house on one machine: built, connected, started and stopped here. */
@org.jspecify.annotations.NullMarked
package ensemble.house.app;
