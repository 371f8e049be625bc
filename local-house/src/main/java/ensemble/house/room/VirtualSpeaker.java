package ensemble.house.room;

/**
 * A speaker of the room as it is when the room opens.
 *
 * @param id how commands name it
 * @param name what a person calls it
 * @param node the audio server's name of its sink
 * @param latencyMs from its sink to its emission, 0 to 3000
 * @param ppm its clock against the room's, -1000 to 1000; positive = fast: its delay shrinks by that many microseconds
 *     a second
 * @param gainDb -60 to 12
 * @param acoustics what lies between it and the microphone, and how it colours the sound
 */
public record VirtualSpeaker(
        String id, String name, String node, double latencyMs, double ppm, double gainDb, Acoustics acoustics) {
    /** @throws IllegalArgumentException if a number is out of its range */
    public VirtualSpeaker {
        Limits.LATENCY_MS.check(latencyMs);
        Limits.PPM.check(ppm);
        Limits.GAIN_DB.check(gainDb);
    }

    /** A flat speaker at the microphone. */
    public VirtualSpeaker(String id, String name, String node, double latencyMs, double ppm, double gainDb) {
        this(id, name, node, latencyMs, ppm, gainDb, Acoustics.FLAT);
    }
}
