/** The audio graph without an audio server: in virtual time, or over a socket to a virtual room. */
@org.jspecify.annotations.NullMarked
package ensemble.gateway.audio.inprocess;
