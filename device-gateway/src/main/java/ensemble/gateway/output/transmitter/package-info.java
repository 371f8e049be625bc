/** Dual-output transmitters: found by their sound card, switched by their owner's means. */
@org.jspecify.annotations.NullMarked
package ensemble.gateway.output.transmitter;
