/** Tests of this kind of output. */
@org.jspecify.annotations.NullMarked
package ensemble.gateway.output.transmitter;
