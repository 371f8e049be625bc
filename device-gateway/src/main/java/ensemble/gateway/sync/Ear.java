package ensemble.gateway.sync;

import ensemble.gateway.audio.Microphone;

/**
 * Who listens to a line-up.
 *
 * @param own whether it is the box's own microphone, which stays where it stands; else how speakers are heard there is of
 *     no use afterwards
 * @param release called once it is not needed any more, on any thread
 */
public record Ear(Microphone microphone, boolean own, Runnable release) {
    /** The box's own. */
    public static Ear own(Microphone microphone) {
        return new Ear(microphone, true, () -> {});
    }
}
