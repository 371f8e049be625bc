/** A PipeWire of one's own: started in a private directory, apart from the user's session. */
@org.jspecify.annotations.NullMarked
package ensemble.pulse.server;
