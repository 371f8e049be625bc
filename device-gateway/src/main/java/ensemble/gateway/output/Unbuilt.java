package ensemble.gateway.output;

import java.util.Map;
import java.util.Optional;

/** Kinds of speaker that people have and this box cannot feed yet, each with the reason. */
public final class Unbuilt {
    private static final Map<String, String> WHY = Map.of(
            "chromecast",
            "Google Cast speakers fetch their music themselves and keep time only within Google's own groups, so no stream"
                    + " of ours can be lined up on them; connect it by Bluetooth or by cable",
            "heos",
            "Denon's HEOS takes no live stream from outside, only addresses that it plays on its own time; connect it by"
                    + " Bluetooth or by cable, or as AirPlay 1 where it still offers that",
            "musiccast",
            "Yamaha's MusicCast takes no live stream from outside but over AirPlay; where it offers AirPlay 1, use the kind"
                    + " airplay",
            "airplay2",
            "AirPlay 2 encrypts and times its sound in a way that PipeWire's RAOP sink does not speak; speakers that also"
                    + " take AirPlay 1 work as the kind airplay");

    private Unbuilt() {}

    /** Why that word is no kind of output; empty for a word that nobody knows. */
    public static Optional<String> why(String word) {
        return Optional.ofNullable(WHY.get(word));
    }
}
