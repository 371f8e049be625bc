package ensemble.gateway.phone;

import ensemble.gateway.audio.Microphone;
import ensemble.sync.dsp.Resampler;
import ensemble.sync.estimate.Take;
import ensemble.wav.WavException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A phone's recording as the page sends it: WAV, one channel, 16 bit. Pure. */
final class PhoneTake {
    private static final int HEADER = 44;
    private static final float FULL_SCALE = 32_768;

    private PhoneTake() {}

    /**
     * Its samples at {@link Microphone#RATE}.
     *
     * @throws WavException with a sentence, if it is anything else
     */
    static float[] samples(byte[] wav) throws WavException {
        ByteBuffer bytes = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
        if (wav.length <= HEADER
                || !word(wav, 0).equals("RIFF")
                || !word(wav, 8).equals("WAVE")) {
            throw new WavException("this is no WAV recording");
        }
        boolean plain = bytes.getShort(20) == 1 && bytes.getShort(22) == 1 && bytes.getShort(34) == 16;
        if (!plain || !word(wav, 36).equals("data")) {
            throw new WavException("a phone's recording is one channel of 16 bits");
        }
        int rate = bytes.getInt(24);
        if (rate < Take.MIN_RATE || rate > 4 * Microphone.RATE) {
            throw new WavException("a phone's recording has 32,000 samples a second or more, not " + rate);
        }
        int frames = Math.min(bytes.getInt(40), wav.length - HEADER) / Short.BYTES;
        if (frames <= 0 || bytes.getInt(40) > wav.length - HEADER) {
            throw new WavException("this recording was cut off");
        }
        float[] samples = new float[frames];
        for (int i = 0; i < frames; i++) {
            samples[i] = bytes.getShort(HEADER + Short.BYTES * i) / FULL_SCALE;
        }
        return rate == Microphone.RATE ? samples : new Resampler(rate / (double) Microphone.RATE).resample(samples);
    }

    private static String word(byte[] bytes, int at) {
        return new String(bytes, at, 4, StandardCharsets.US_ASCII);
    }
}
