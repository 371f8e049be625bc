/** Linking this box to a house: the code it shows, the question it puts, the answer it gives. */
@org.jspecify.annotations.NullMarked
package ensemble.gateway.link;
