/** What is worth telling, composed from facts. */
@org.jspecify.annotations.NullMarked
package ensemble.gateway.report;
