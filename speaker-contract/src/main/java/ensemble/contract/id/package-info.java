/** Names of things. An id is a key: short, ASCII, never shown to a person and never derived from a name they typed. */
@org.jspecify.annotations.NullMarked
package ensemble.contract.id;
