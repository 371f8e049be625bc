/** What the box knows, kept through a power cut. */
@org.jspecify.annotations.NullMarked
package ensemble.gateway.store;
