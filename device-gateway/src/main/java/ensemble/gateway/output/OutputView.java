package ensemble.gateway.output;

import java.util.Optional;

/**
 * How one output stands, as it may be told.
 *
 * @param latency how late it is heard, before any microphone has said so; empty = unknown, which is not zero
 * @param remark what a person should know; never empty where it is not there or takes no audio
 */
public record OutputView(State state, Optional<Latency> latency, Optional<Remark> remark) {
    public enum State {
        /** It is there, as far as that can be seen, and takes what is sent. */
        THERE,
        /** It is not there. */
        AWAY,
        /** It is there, but what is sent does not arrive. */
        NO_AUDIO_TAKEN,
        /** What it needs on this box is being made ready. */
        STARTING,
        /** It cannot be seen, because the audio server is away. */
        UNKNOWN;

        /** For documents: lower case with hyphens. */
        public String wire() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * @param sentence what is so, whole, without its end mark
     * @param remedy what to do about it, a sentence; empty = nothing can be done
     */
    public record Remark(String sentence, String remedy) {
        @Override
        public String toString() {
            return remedy.isEmpty() ? sentence + "." : sentence + ". " + remedy;
        }
    }

    public OutputView {
        boolean needsWords = state == State.AWAY || state == State.NO_AUDIO_TAKEN;
        if (needsWords && remark.isEmpty()) {
            throw new IllegalArgumentException("an output that is " + state.wire() + " says why");
        }
    }

    /** Nothing to remark. */
    public static OutputView of(State state, Optional<Latency> latency) {
        return new OutputView(state, latency, Optional.empty());
    }

    /** With what a person should know. */
    public static OutputView of(State state, Optional<Latency> latency, String sentence, String remedy) {
        return new OutputView(state, latency, Optional.of(new Remark(sentence, remedy)));
    }
}
