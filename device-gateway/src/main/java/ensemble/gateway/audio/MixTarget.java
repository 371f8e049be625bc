package ensemble.gateway.audio;

import ensemble.contract.value.Role;
import java.util.List;

/** A mix in the mixer's terms, by output number; immutable, so that one volatile reference hands it over. */
public final class MixTarget {
    final long ticket;
    final float[] gains;
    final Role[] roles;
    final double[] delayFrames;
    final double[] slopes;

    private MixTarget(long ticket, int outputs) {
        this.ticket = ticket;
        gains = new float[outputs];
        roles = new Role[outputs];
        delayFrames = new double[outputs];
        slopes = new double[outputs];
    }

    /** Silence everywhere, ticket 0. */
    public static MixTarget silence(int outputs) {
        return of(0, List.of(), Mix.SILENCE, outputs);
    }

    /** A mix for outputs in this order. */
    public static MixTarget of(long ticket, List<String> outputs, Mix mix) {
        return of(ticket, outputs, mix, outputs.size());
    }

    private static MixTarget of(long ticket, List<String> outputs, Mix mix, int count) {
        MixTarget target = new MixTarget(ticket, count);
        for (int output = 0; output < count; output++) {
            OutputMix wish = output < outputs.size() ? mix.outputs().get(outputs.get(output)) : null;
            target.gains[output] = wish == null ? 0 : (float) wish.gain().factor();
            target.roles[output] = wish == null ? Role.STEREO : wish.role();
            target.delayFrames[output] = wish == null ? 0 : wish.delay().frames(Mixer.FRAMES_PER_SECOND);
            target.slopes[output] = wish == null ? 0 : wish.delayPpm() * 1e-6;
        }
        return target;
    }
}
