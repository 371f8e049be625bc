/** AirPlay 1 receivers, through PipeWire's RAOP sink. */
@org.jspecify.annotations.NullMarked
package ensemble.gateway.output.airplay;
