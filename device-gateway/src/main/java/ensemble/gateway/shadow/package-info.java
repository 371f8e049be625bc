/** Ports to the cloud's half of the circle: wishes come in, reports go out. */
@org.jspecify.annotations.NullMarked
package ensemble.gateway.shadow;
