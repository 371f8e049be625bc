package ensemble.gateway.bluetooth;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Absolute volume, 0 to 127, against the house's, 0 to 100; and a group's members under one new volume. Pure. */
public final class VolumeMap {
    private VolumeMap() {}

    /** Alexa's "volume five" is 63 or 64 of 127, and becomes 50. */
    public static int fromAbsolute(int absolute) {
        return Math.round(absolute * 100 / 127f);
    }

    public static int toAbsolute(int volume) {
        return Math.round(volume * 127 / 100f);
    }

    /**
     * The group at a new volume, which is that of its loudest: all scale by one ratio, so that the balance stays. From
     * silence there is no ratio: then all are set alike.
     *
     * @param volumes each member's, 0 to 100
     * @param loudest 0 to 100
     */
    public static <K extends Comparable<? super K>> SortedMap<K, Integer> scaled(Map<K, Integer> volumes, int loudest) {
        int before = volumes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        SortedMap<K, Integer> after = new TreeMap<>();
        volumes.forEach(
                (key, volume) -> after.put(key, before == 0 ? loudest : Math.round(volume * (float) loudest / before)));
        return after;
    }

    /** The group's new volume after a person turned one speaker by so much. */
    public static int shifted(int loudest, int fromAbsolute, int toAbsolute) {
        return Math.clamp(loudest + Math.round((toAbsolute - fromAbsolute) * 100 / 127f), 0, 100);
    }
}
