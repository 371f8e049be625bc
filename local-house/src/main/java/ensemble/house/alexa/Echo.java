package ensemble.house.alexa;

import java.io.IOException;

/** The Echo that plays into the box: her own volume scales the program, whoever listens. */
public interface Echo {
    /** Her volume, 0 to 10. */
    int volume();

    /**
     * Returns once the program is as loud as asked.
     *
     * @param tenths 0 to 10
     * @throws IOException if she cannot be told
     */
    void volume(int tenths) throws IOException;

    /** Silent without losing her volume, or loud again. */
    void mute(boolean muted) throws IOException;

    void play() throws IOException;

    void pause() throws IOException;
}
