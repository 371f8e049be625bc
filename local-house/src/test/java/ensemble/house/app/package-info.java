/** Stories of a whole house: both halves, the stand-ins between them, and the room that hears the result. */
@org.jspecify.annotations.NullMarked
package ensemble.house.app;
