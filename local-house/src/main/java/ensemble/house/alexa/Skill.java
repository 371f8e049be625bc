package ensemble.house.alexa;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** The skill as Alexa reaches it. */
public interface Skill {
    /**
     * Sends an envelope and waits for the answer.
     *
     * @throws IOException if the skill could not be invoked; Alexa would say that there was a problem
     */
    JsonNode invoke(JsonNode envelope) throws IOException;
}
