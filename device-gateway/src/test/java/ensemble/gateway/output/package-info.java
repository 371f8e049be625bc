/** Tests of the outputs. */
@org.jspecify.annotations.NullMarked
package ensemble.gateway.output;
