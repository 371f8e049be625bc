package ensemble.house.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The demo's speakers: flat and alike but for latency, clock and gain, so that the truth about each is its delay. */
final class DemoSpeakers {
    private record Row(String name, double latencyMs, double ppm, double gainDb) {}

    private static final List<Row> ROWS = List.of(
            new Row("Kitchen Shelf", 150, 0, 0),
            new Row("Patio Left", 180.3, 12, -2),
            new Row("Patio Right", 210.7, -8, -1),
            new Row("Deck", 165.25, 20, -3),
            new Row("Garage", 172.6, -15, -2),
            new Row("Pool", 198.45, 5, -4),
            new Row("Gazebo", 158.9, 17, -1),
            new Row("Study", 143.15, -4, 0),
            new Row("Hallway", 187.75, 9, -3),
            new Row("Porch", 176.05, -19, -2),
            new Row("Fire Pit", 205.35, 14, -1),
            new Row("Garden Shed", 161.55, -11, -5),
            new Row("Bedroom", 154.8, 2, -2),
            new Row("Bathroom", 192.2, -6, -4),
            new Row("Balcony", 168.95, 18, -1),
            new Row("Attic", 183.65, -13, -3));

    private DemoSpeakers() {}

    static List<VirtualSpeaker> first(int count) {
        if (count < 0 || count > ROWS.size()) {
            throw new IllegalArgumentException("the demo room has 1 to " + ROWS.size() + " speakers, not " + count);
        }
        List<VirtualSpeaker> speakers = new ArrayList<>();
        for (Row row : ROWS.subList(0, count)) {
            String id = row.name().toLowerCase(Locale.ROOT).replace(' ', '-');
            speakers.add(new VirtualSpeaker(id, row.name(), "spk." + id, row.latencyMs(), row.ppm(), row.gainDb()));
        }
        return speakers;
    }
}
