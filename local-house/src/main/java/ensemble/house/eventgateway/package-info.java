/** Alexa's event gateway and its token service. */
@org.jspecify.annotations.NullMarked
package ensemble.house.eventgateway;
