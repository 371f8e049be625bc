package ensemble.house.room;

import java.util.List;

/** The filters that colour one speaker, with their memory; none by default. */
final class Voicing {
    private final List<Acoustics.Biquad> sections;
    private final double[] memory;

    Voicing(List<Acoustics.Biquad> sections) {
        this.sections = sections;
        this.memory = new double[2 * sections.size()];
    }

    void process(float[] block, int frames) {
        for (int s = 0; s < sections.size(); s++) {
            Acoustics.Biquad section = sections.get(s);
            double first = memory[2 * s];
            double second = memory[2 * s + 1];
            for (int k = 0; k < frames; k++) {
                double x = block[k];
                double y = section.b0() * x + first;
                first = section.b1() * x - section.a1() * y + second;
                second = section.b2() * x - section.a2() * y;
                block[k] = (float) y;
            }
            memory[2 * s] = first;
            memory[2 * s + 1] = second;
        }
    }
}
