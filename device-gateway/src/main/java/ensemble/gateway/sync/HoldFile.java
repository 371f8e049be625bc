package ensemble.gateway.sync;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import ensemble.gateway.store.StateFile;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether holding was asked for, kept through restarts in {@code hold/} of the state directory: {@code {"on": true}}. */
final class HoldFile {
    private static final Logger LOG = LoggerFactory.getLogger(HoldFile.class);

    private final StateFile file;

    HoldFile(StateFile file) {
        this.file = file;
    }

    /** Off until asked for, and where it cannot be read. */
    boolean load() {
        try {
            return file.read() instanceof StateFile.Found.Document(var json, boolean older)
                    && json.path("on").asBoolean();
        } catch (IOException unreadable) {
            LOG.warn("Whether to hold could not be read, so it is off: {}", unreadable.toString());
            return false;
        }
    }

    void keep(boolean on) {
        try {
            file.write(JsonNodeFactory.instance.objectNode().put("on", on));
        } catch (IOException refused) {
            LOG.warn("Whether to hold cannot be kept: {}", refused.toString());
        }
    }
}
