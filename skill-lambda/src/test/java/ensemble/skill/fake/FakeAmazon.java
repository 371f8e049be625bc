package ensemble.skill.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ensemble.skill.events.EventGateway;
import ensemble.skill.events.GrantDesk;
import ensemble.skill.events.GrantException;
import ensemble.skill.household.Grant;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Grants and the event gateway; refuses a message whose two tokens differ. */
public final class FakeAmazon implements GrantDesk, EventGateway {
    private static final ObjectMapper JSON = new ObjectMapper();

    public final List<JsonNode> events = new ArrayList<>();
    /** What the next posts are answered; accepted once this is used up. */
    public final Deque<Receipt> receipts = new ArrayDeque<>();

    public int refreshes;
    public boolean revoked;

    private final InstantSource clock;

    FakeAmazon(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Grant exchange(String code) throws GrantException {
        if (!code.equals("good-code")) {
            throw new GrantException("the fake Amazon does not know this code", false);
        }
        return new Grant("access-0", "refresh-0", clock.instant().plus(Duration.ofHours(1)));
    }

    @Override
    public Grant refresh(Grant old) throws GrantException {
        refreshes++;
        if (revoked) {
            throw new GrantException("invalid_grant", true);
        }
        return new Grant(
                "access-" + refreshes, "refresh-" + refreshes, clock.instant().plus(Duration.ofHours(1)));
    }

    @Override
    public Receipt post(String accessToken, String message) {
        JsonNode event = read(message);
        boolean isDiscovery = event.at("/event/header/namespace").asText().equals("Alexa.Discovery");
        String scoped = event.at(isDiscovery ? "/event/payload/scope/token" : "/event/endpoint/scope/token")
                .asText();
        AlexaSchema.check(event);
        if (!scoped.equals(accessToken)) {
            throw new AssertionError("the scope holds another token than the header");
        }
        Receipt receipt = receipts.isEmpty() ? Receipt.ACCEPTED : receipts.remove();
        if (receipt == Receipt.ACCEPTED) {
            events.add(event);
        }
        return receipt;
    }

    private static JsonNode read(String message) {
        try {
            return JSON.readTree(message);
        } catch (JsonProcessingException broken) {
            throw new AssertionError("the gateway was sent no JSON", broken);
        }
    }
}
