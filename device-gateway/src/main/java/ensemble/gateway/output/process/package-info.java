/** The machine's processes and its network, behind the ports of {@code gateway.output}. */
@org.jspecify.annotations.NullMarked
package ensemble.gateway.output.process;
