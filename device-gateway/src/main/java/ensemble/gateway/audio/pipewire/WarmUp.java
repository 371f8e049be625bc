package ensemble.gateway.audio.pipewire;

import ensemble.contract.value.DelayMicros;
import ensemble.contract.value.Gain;
import ensemble.contract.value.Role;
import ensemble.gateway.audio.Mix;
import ensemble.gateway.audio.MixDesk;
import ensemble.gateway.audio.Mixer;
import ensemble.gateway.audio.OutputMix;
import java.util.List;
import java.util.Map;

/** Plays to nobody until the compiler has seen every path of the mixer: the first second live must not be interpreted. */
final class WarmUp {
    private static final int BLOCK = 480;
    private static final int BLOCKS = 1500;

    private WarmUp() {}

    /** Some 200 ms on the calling thread. */
    static void run() {
        MixDesk desk = new MixDesk(List.of("a", "b"));
        Mixer mixer = desk.mixer();
        float[] program = new float[2 * BLOCK];
        for (int sample = 0; sample < program.length; sample++) {
            program[sample] = (float) Math.sin(sample * 0.01);
        }
        float[] out = new float[4 * (BLOCK + 8)];
        Role[] roles = Role.values();
        for (int block = 0; block < BLOCKS; block++) {
            if (block % 8 == 0) {
                desk.apply(new Mix(Map.of(
                        "a", new OutputMix(new Gain(block % 3 - 1), roles[block / 8 % roles.length], delay(block)),
                        "b", new OutputMix(block % 16 == 0 ? Gain.SILENT : Gain.UNITY, Role.STEREO, delay(7)))));
            }
            if (block % 50 == 0) {
                mixer.shift(block % 100 == 0 ? 4 : -4);
            }
            mixer.program(program, 0, BLOCK);
            mixer.render(out, 0, Math.min(mixer.ready(), BLOCK));
        }
    }

    private static DelayMicros delay(int block) {
        return new DelayMicros(block % 100 * 137.7);
    }
}
