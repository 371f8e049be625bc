/** What the cloud resources must hold to. */
@org.jspecify.annotations.NullMarked
package ensemble.infra;
