package ensemble.gateway.audio;

/** There is no microphone to listen to. The message is a sentence with what to do. */
public final class MicrophoneFault extends Exception {
    private static final long serialVersionUID = 1;

    public MicrophoneFault(String sentence) {
        super(sentence);
    }
}
