package ensemble.house.app;

import com.fasterxml.jackson.databind.JsonNode;
import ensemble.house.room.Delays;
import ensemble.wav.WavAudio;

/**
 * A recording of the room.
 *
 * @param speakers one channel each, in the order of {@code status}
 * @param control the program as the Echo played it, past the gateway, on the same clock
 * @param told what the room said of it
 * @param lateBlocks blocks that the room's cable waited for in vain meanwhile: on a cable nothing runs in real time
 */
record Take(WavAudio speakers, WavAudio control, JsonNode told, long lateBlocks) {
    private static final int RATE = 48_000;
    private static final int WINDOW = RATE / 20;
    private static final int PIECE = RATE / 4;

    /** Whether frames were lost on the way that the gateway has no part in. */
    boolean brokenByMachine() {
        return lateBlocks > 0
                || told.path("programGaps").asLong() > 0
                || told.path("programLostFrames").asLong() > 0;
    }

    /** Whether a channel is digital silence throughout. */
    boolean isSilent(int channel) {
        return isSilentAfter(0, channel);
    }

    /** Whether a channel is digital silence from some second on. */
    boolean isSilentAfter(double seconds, int channel) {
        float[] samples = speakers.channels()[channel];
        for (int i = (int) (seconds * 48_000); i < samples.length; i++) {
            if (samples[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether every twentieth of a second of a channel holds sound. */
    boolean soundsThroughout(int channel) {
        return soundsThroughoutAfter(0, channel);
    }

    /** Whether every twentieth of a second of a channel holds sound from some second on. */
    boolean soundsThroughoutAfter(double seconds, int channel) {
        float[] samples = speakers.channels()[channel];
        for (int start = (int) (seconds * 48_000); start + WINDOW <= samples.length; start += WINDOW) {
            if (rms(samples, start) < 1e-4) {
                return false;
            }
        }
        return true;
    }

    /**
     * How like the program a channel is, whatever its delay and gain: the largest normalised correlation over lags up to a
     * second, 0 to 1, of the best of three quarter-second pieces. One piece may fall into a moment in which the mixer's
     * servo moves the delay back to its goal.
     */
    double likenessToProgram(int channel) {
        int frames = speakers.channels()[channel].length;
        double best = 0;
        for (int piece = 1; piece <= 3; piece++) {
            best = Math.max(best, likeness(channel, frames - piece * (PIECE + RATE / 8)));
        }
        return best;
    }

    private double likeness(int channel, int at) {
        float[] heard = speakers.channels()[channel];
        float[] left = control.channels()[0];
        float[] right = control.channels()[1];
        double best = 0;
        for (int lag = 0; lag < Math.min(RATE, at); lag++) {
            double cross = 0;
            double program = 0;
            double power = 0;
            for (int i = 0; i < PIECE; i += 3) {
                double wanted = (left[at - lag + i] + right[at - lag + i]) / 2;
                cross += wanted * heard[at + i];
                program += wanted * wanted;
                power += (double) heard[at + i] * heard[at + i];
            }
            best = Math.max(best, Math.abs(cross) / Math.sqrt(program * power + 1e-30));
        }
        return best;
    }

    /** By how many milliseconds a channel is later than the first, all playing the same: up to half a second. */
    double laterThanFirstMillis(int channel) {
        float[][] heard = speakers.channels();
        int middle = heard[0].length / 2;
        double late = Delays.lag(heard[0], heard[channel], middle, 1 << 16, RATE / 2);
        double early = Delays.lag(heard[channel], heard[0], middle, 1 << 16, RATE / 2);
        return (Math.abs(late) <= Math.abs(early) ? late : -early) * 1000 / RATE;
    }

    /** How much later than the Echo played it the program is on a channel, up to two seconds. */
    double laterThanProgramMillis(int channel) {
        float[] heard = speakers.channels()[channel];
        int middle = heard.length * 3 / 4;
        return Delays.lag(control.channels()[0], heard, middle, 1 << 15, 2 * RATE) * 1000 / RATE;
    }

    double decibels(int channel) {
        double sum = 0;
        for (float x : speakers.channels()[channel]) {
            sum += (double) x * x;
        }
        return 10 * Math.log10(sum / speakers.frames() + 1e-30);
    }

    private static double rms(float[] samples, int start) {
        double sum = 0;
        for (int i = start; i < start + WINDOW; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return Math.sqrt(sum / WINDOW);
    }
}
