package ensemble.gateway.audio.inprocess;

import ensemble.gateway.audio.Meters;
import ensemble.gateway.audio.MixDesk;
import ensemble.gateway.audio.Mixer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** Turns one PROGRAM message into one OUTPUT message; keeps its buffers from block to block. */
final class CableBlock {
    private static final int OUTPUT_HEAD_BYTES = Long.BYTES + Integer.BYTES;

    private final MixDesk desk;
    private final Meters meters;
    private final int outputs;

    /** Per output: its index in the room's list, or -1 while it is not there. */
    private final int[] roomIndex;

    private float[] program = new float[0];
    private float[] mixed = new float[0];
    private ByteBuffer reply = ByteBuffer.allocate(0);

    CableBlock(MixDesk desk, Meters meters) {
        this.desk = desk;
        this.meters = meters;
        this.outputs = desk.outputs().size();
        this.roomIndex = new int[outputs];
        lead(RoomSinks.NONE);
    }

    /** Leads the outputs to a new list of sinks. */
    void lead(RoomSinks room) {
        for (int output = 0; output < outputs; output++) {
            String name = desk.outputs().get(output);
            roomIndex[output] = room.isPresent(name) ? room.names().indexOf(name) : -1;
        }
    }

    ByteBuffer answer(ByteBuffer message) throws IOException {
        int samples = (message.remaining() - Long.BYTES) / Float.BYTES;
        if (samples < 0 || samples % 2 != 0) {
            throw new IOException("a program block of " + message.remaining() + " bytes is not stereo");
        }
        int frames = samples / 2;
        fit(frames);
        long sequence = message.getLong();
        message.asFloatBuffer().get(program, 0, samples);
        Mixer mixer = desk.mixer();
        mixer.program(program, 0, frames);
        mixer.render(mixed, 0, frames);
        return reply(sequence, frames);
    }

    private void fit(int frames) {
        if (program.length < 2 * frames) {
            program = new float[2 * frames];
            mixed = new float[2 * frames * outputs];
            int bytes = OUTPUT_HEAD_BYTES + outputs * (Integer.BYTES + 2 * frames * Float.BYTES);
            reply = ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    private ByteBuffer reply(long sequence, int frames) {
        reply.clear().putLong(sequence).putInt(0);
        int count = 0;
        for (int output = 0; output < outputs; output++) {
            if (roomIndex[output] < 0) {
                continue;
            }
            count++;
            reply.putInt(roomIndex[output]);
            FloatBuffer floats = reply.asFloatBuffer();
            for (int frame = 0; frame < frames; frame++) {
                int at = 2 * (frame * outputs + output);
                floats.put(mixed[at]).put(mixed[at + 1]);
            }
            reply.position(reply.position() + 2 * frames * Float.BYTES);
        }
        return reply.putInt(Long.BYTES, count).flip();
    }

    /** The reply has left; true if the snapshot changed by that. */
    boolean sent() {
        return meters.read(desk.mixer(), outputs, desk.mixer().rendered());
    }
}
