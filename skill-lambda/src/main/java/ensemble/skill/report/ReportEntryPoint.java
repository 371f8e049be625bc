package ensemble.skill.report;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ensemble.skill.Environment;
import ensemble.skill.command.Fulfilment;
import ensemble.skill.events.UndeliveredException;
import ensemble.skill.household.StoreException;
import ensemble.skill.smarthome.Messages;
import ensemble.skill.time.LookTimes;
import ensemble.skill.time.Patience;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
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
    private final Patience patience;

    /** From environment variables; see {@link Environment}. */
    public ReportEntryPoint() {
        this(new Environment(System.getenv()).reportWiring());
    }

    public ReportEntryPoint(ReportWiring wiring) {
        this.patience = Patience.real();
        Messages messages = new Messages(wiring.messageIds(), wiring.clock());
        Messenger messenger = new Messenger(
                wiring.households(), wiring.statuses(), wiring.grants(), wiring.gateway(), wiring.clock());
        Fulfilment fulfilment = new Fulfilment(wiring.households(), wiring.shadows(), patience, LookTimes.USUAL);
        OwnerMemory owners = new OwnerMemory(wiring.statuses(), wiring.clock());
        this.desk = new StatusDesk(
                wiring.households(),
                wiring.statuses(),
                new StatusDesk.Staff(
                        owners,
                        new BoxLinks(
                                wiring.households(),
                                wiring.statuses(),
                                wiring.claims(),
                                wiring.shadows(),
                                wiring.clock()),
                        new WishKeeper(owners, wiring.households(), wiring.shadows(), fulfilment),
                        new Adoption(wiring.households(), wiring.shadows()),
                        new LateAnswers(wiring.households(), fulfilment, messenger, messages, wiring.clock()),
                        new Sensors(wiring.households(), wiring.statuses(), wiring.clock()),
                        new Announcer(messenger, messages),
                        new Herald(wiring.households(), wiring.statuses(), messenger, messages)));
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
        Patience.Wait wait = patience.begin();
        Optional<FollowUp> followUp = take(event);
        if (followUp.isPresent()) {
            wait.until(followUp.get().after());
            follow(followUp.get());
        }
    }

    /**
     * One event, as a rule sends it.
     *
     * @return what the caller is to {@link #follow} later
     */
    public Optional<FollowUp> take(JsonNode event) throws IOException {
        try {
            return desk.take(RuleEventReader.read(event));
        } catch (StoreException | UndeliveredException unavailable) {
            throw new IOException("a service is away; deliver this event again", unavailable);
        }
    }

    /** Looks again at what could not be decided at once. */
    public void follow(FollowUp followUp) throws IOException {
        try {
            desk.lookAgain(followUp);
        } catch (StoreException | UndeliveredException unavailable) {
            throw new IOException("a service is away; deliver this event again", unavailable);
        }
    }
}
