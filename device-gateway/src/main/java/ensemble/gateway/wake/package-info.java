/** Look again: whatever happens outside ends in this one call. */
@org.jspecify.annotations.NullMarked
package ensemble.gateway.wake;
