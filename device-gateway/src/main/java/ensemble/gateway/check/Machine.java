package ensemble.gateway.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The machine as the check meets it: its files below one root, its programs, its environment. */
interface Machine {
    /** Where {@code /} is; a test's own directory there. */
    Path root();

    /** What a program prints, both streams; empty when it is not there, fails, or takes longer than five seconds. */
    Optional<String> output(List<String> command);

    Map<String, String> environment();
}
