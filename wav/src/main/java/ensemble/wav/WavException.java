package ensemble.wav;

import java.io.IOException;

/** A WAV file that cannot be read or written, told in one sentence fit for a person. */
public final class WavException extends IOException {
    public WavException(String sentence) {
        super(sentence);
    }
}
