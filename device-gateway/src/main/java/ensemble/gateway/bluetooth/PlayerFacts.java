package ensemble.gateway.bluetooth;

import java.util.Optional;

/** What a source says about what it plays. */
public record PlayerFacts(Status status, Optional<String> title, Optional<String> artist, Optional<String> album) {
    public enum Status {
        PLAYING,
        PAUSED,
        STOPPED,
        UNKNOWN
    }

    /** BlueZ's own word. */
    public static Status status(String word) {
        return switch (word) {
            case "playing", "forward-seek", "reverse-seek" -> Status.PLAYING;
            case "paused" -> Status.PAUSED;
            case "stopped" -> Status.STOPPED;
            default -> Status.UNKNOWN;
        };
    }
}
