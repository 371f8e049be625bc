/**
 * The things this box can feed, behind one port: {@link ensemble.gateway.output.Output}. Which kinds there are is
 * {@link ensemble.gateway.output.OutputKind}; what every kind must keep is {@code output.contract}; how to add the next is
 * {@code docs/OUTPUTS.md}.
 */
@org.jspecify.annotations.NullMarked
package ensemble.gateway.output;
