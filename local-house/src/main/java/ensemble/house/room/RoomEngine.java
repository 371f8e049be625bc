package ensemble.house.room;

import java.util.List;

/**
 * The room's physics: from what the sinks played to what speakers emit and the microphone hears. Pure: the same config,
 * blocks and changes give the same samples, however the time is cut into blocks. 48 kHz; time is the count of samples.
 * Everything that comes out is {@link #BULK_DELAY} samples later than the speakers' delays say, alike for all.
 */
final class RoomEngine {
    static final int RATE = 48_000;
    static final int BULK_DELAY = DelayLine.HALF;

    /** Louder than this at a sink is a fault of the feeder; a real sink would clip long before. */
    private static final float CEILING = 8f;

    private final SpeakerModel[] speakers;
    private final Microphone microphone;
    private final DelayLine left = new DelayLine(0);
    private final DelayLine right = new DelayLine(0);
    private final float[] leftNow = new float[RoomBlock.MAX_FRAMES];
    private final float[] rightNow = new float[RoomBlock.MAX_FRAMES];
    private long frames;

    RoomEngine(RoomConfig config) {
        List<VirtualSpeaker> list = config.speakers();
        speakers = new SpeakerModel[list.size()];
        for (int i = 0; i < speakers.length; i++) {
            speakers[i] = new SpeakerModel(list.get(i), config.seed());
        }
        microphone = new Microphone(config.noiseDbfs(), config.micPpm(), config.seed());
    }

    /** Lets one block of time pass. The program is delayed like everything else, to stay aligned in recordings. */
    void process(RoomBlock block) {
        int n = block.frames;
        for (int i = 0; i < speakers.length; i++) {
            makeSane(block.sinks[i], n);
            speakers[i].process(block.sinks[i], block.emissions[i], block.arrivals[i], n);
        }
        microphone.process(block.arrivals, block.mic, n);
        alignProgram(block.program, n);
        frames += n;
    }

    private void alignProgram(float[] program, int n) {
        for (int k = 0; k < n; k++) {
            leftNow[k] = program[2 * k];
            rightNow[k] = program[2 * k + 1];
        }
        left.write(leftNow, n);
        right.write(rightNow, n);
        left.read(leftNow, 0, n, 0, 0);
        right.read(rightNow, 0, n, 0, 0);
        for (int k = 0; k < n; k++) {
            program[2 * k] = leftNow[k];
            program[2 * k + 1] = rightNow[k];
        }
    }

    private static void makeSane(float[] samples, int n) {
        for (int k = 0; k < n; k++) {
            float x = samples[k];
            if (!(Math.abs(x) <= CEILING)) {
                samples[k] = Float.isNaN(x) ? 0 : Math.copySign(CEILING, x);
            }
        }
    }

    /** Changes a speaker between two blocks. */
    SpeakerState change(int index, SpeakerChange change) {
        speakers[index].change(change);
        return speakers[index].state();
    }

    /** Changes the microphone between two blocks. */
    boolean change(MicrophoneChange change) {
        microphone.change(change);
        return true;
    }

    SpeakerState state(int index) {
        return speakers[index].state();
    }

    /** Frames of time that have passed. */
    long frames() {
        return frames;
    }
}
