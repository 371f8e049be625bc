/** Bluetooth as values and decisions: what the radio shows, what is done next on it, and what a person is told. Pure. */
@org.jspecify.annotations.NullMarked
package ensemble.gateway.bluetooth;
