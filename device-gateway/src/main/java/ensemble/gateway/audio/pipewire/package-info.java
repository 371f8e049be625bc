/** The audio graph on PipeWire: one stereo stream in, one 2N-channel stream out, linked port by port. */
@org.jspecify.annotations.NullMarked
package ensemble.gateway.audio.pipewire;
