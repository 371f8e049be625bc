/** What every output must keep, asked of virtual and of real ones alike. */
@org.jspecify.annotations.NullMarked
package ensemble.gateway.output.contract;
