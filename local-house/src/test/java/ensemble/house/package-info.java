/** The local house as a whole. */
@org.jspecify.annotations.NullMarked
package ensemble.house;
