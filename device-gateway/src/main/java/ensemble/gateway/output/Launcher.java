package ensemble.gateway.output;

import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;

/** Starts programs of the machine, without a shell, that end with this process at the latest. Never blocks. */
public interface Launcher {
    /** @throws IOException if the program is not there or cannot be started */
    Launched launch(List<String> command) throws IOException;

    /** One started program. */
    interface Launched {
        /** How it ended; empty while it runs. */
        OptionalInt exit();

        /** The last line that it printed; empty text if it was silent. */
        String lastWords();

        /** Asks it to end. */
        void end();

        /** Makes sure that it has ended, within two seconds. */
        void surelyEnd();
    }
}
