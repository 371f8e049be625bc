package ensemble.skill.report;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ensemble.skill.Environment;
import ensemble.skill.command.Fulfilment;
import ensemble.skill.household.StoreException;
import ensemble.skill.smarthome.Messages;
import ensemble.skill.time.LookTimes;
import ensemble.skill.time.Patience;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The status Lambda: takes what AWS IoT rules send of shadows and presence, and answers nothing. A store that is
 * away is
 * thrown, so that AWS delivers the event again; an event that cannot be read is logged and done with.
 */
public final class ReportEntryPoint implements RequestStreamHandler {
    private static final System.Logger LOG = System.getLogger(ReportEntryPoint.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StatusDesk desk;

    /** From environment variables; see {@link Environment}. */
    public ReportEntryPoint() {
        this(new Environment(System.getenv()).reportWiring());
    }

    public ReportEntryPoint(ReportWiring wiring) {
        Messages messages = new Messages(wiring.messageIds(), wiring.clock());
        Messenger messenger = new Messenger(
                wiring.households(), wiring.statuses(), wiring.grants(), wiring.gateway(), wiring.clock());
        Fulfilment fulfilment = new Fulfilment(wiring.households(), wiring.shadows(), Patience.real(), LookTimes.USUAL);
        OwnerMemory owners = new OwnerMemory(wiring.statuses(), wiring.clock());
        this.desk = new StatusDesk(
                wiring.households(),
                wiring.statuses(),
                owners,
                new WishKeeper(owners, wiring.households(), wiring.shadows(), fulfilment),
                new LateAnswers(wiring.households(), fulfilment, messenger, messages, wiring.clock()),
                new Announcer(messenger, messages));
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, @Nullable Context context) throws IOException {
        JsonNode event;
        try {
            event = JSON.readTree(input);
        } catch (JsonProcessingException poison) {
            LOG.log(System.Logger.Level.WARNING, "an event is no JSON and was set aside");
            return;
        }
        take(event);
    }

    /** One event, as a rule sends it. */
    public void take(JsonNode event) throws IOException {
        try {
            desk.take(RuleEventReader.read(event));
        } catch (StoreException unavailable) {
            throw new IOException("the table is away; deliver this event again", unavailable);
        }
    }
}
