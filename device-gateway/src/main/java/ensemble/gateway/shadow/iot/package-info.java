/** The shadow ports over MQTT, as AWS IoT speaks it. */
@org.jspecify.annotations.NullMarked
package ensemble.gateway.shadow.iot;
