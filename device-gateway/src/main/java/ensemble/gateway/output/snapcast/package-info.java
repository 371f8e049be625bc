/** Snapcast: the box feeds a server of its own, one stream for each output, and puts each client on its output's stream. */
@org.jspecify.annotations.NullMarked
package ensemble.gateway.output.snapcast;
