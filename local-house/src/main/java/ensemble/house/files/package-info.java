/** Files that a power cut leaves whole, and keys that only their owner reads. */
@org.jspecify.annotations.NullMarked
package ensemble.house.files;
