/** The audio graph as the rest of the gateway sees it, and the mixer at its heart. */
@org.jspecify.annotations.NullMarked
package ensemble.gateway.audio;
