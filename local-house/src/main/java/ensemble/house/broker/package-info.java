/** The MQTT message broker of AWS IoT: who may connect, publish and hear what, and who is there. */
@org.jspecify.annotations.NullMarked
package ensemble.house.broker;
