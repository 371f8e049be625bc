package ensemble.gateway.audio;

import java.util.Map;

/** What is to be heard where: every output that plays, by its sink's node name. */
public record Mix(Map<String, OutputMix> outputs) {
    public static final Mix SILENCE = new Mix(Map.of());

    public Mix {
        outputs = Map.copyOf(outputs);
    }
}
