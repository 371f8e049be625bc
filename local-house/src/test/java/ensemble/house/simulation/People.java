package ensemble.house.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.house.simulation.Request.Told;
import ensemble.house.simulation.Step.Ask;
import ensemble.skill.SkillEntryPoint;
import ensemble.skill.command.Command;
import ensemble.skill.command.Fulfilment;
import ensemble.skill.command.IfUnanswered;
import ensemble.skill.command.Outcome;
import ensemble.skill.events.EventGateway;
import ensemble.skill.household.Household;
import ensemble.skill.household.HouseholdStore;
import ensemble.skill.household.RequestKey;
import ensemble.skill.household.StoreException;
import ensemble.skill.smarthome.Endpoints;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Who asks, and hears what came of it: by voice, by Alexa's smart home, and by the events that follow. */
final class People implements EventGateway {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final VirtualTime time;
    private final HouseholdStore store;
    private final Fulfilment voice;
    private final SkillEntryPoint smartHome;
    private final Witness witness;
    private final Supplier<Hub> hub;
    private final Map<String, Request> requests = new TreeMap<>();

    People(
            VirtualTime time,
            HouseholdStore store,
            Fulfilment voice,
            SkillEntryPoint smartHome,
            Witness witness,
            Supplier<Hub> hub) {
        this.time = time;
        this.store = store;
        this.voice = voice;
        this.smartHome = smartHome;
        this.witness = witness;
        this.hub = hub;
    }

    void ask(Ask ask) {
        deliver(ask, 0);
        if (ask.again() > 0) {
            deliver(ask, ask.again());
        }
    }

    private void deliver(Ask ask, long inMillis) {
        time.task(inMillis, () -> {
            Request request = requests.computeIfAbsent(ask.id(), id -> new Request(id, command(ask)));
            witness.asked(RequestKey.of(ask.id()), request);
            Told told = ask.byVoice() ? spoken(request) : directed(ask, request);
            witness.told(request, told, true, hub.get().heardNow());
        });
    }

    private static Command command(Ask ask) {
        return switch (ask.saying()) {
            case TURN_ON -> new Command.TurnOn(ask.group());
            case TURN_OFF -> new Command.TurnOff(ask.group());
            case PLAY -> new Command.PlayOn(ask.group());
            case EVERYWHERE -> new Command.Everywhere();
            case STOP_ALL -> new Command.StopAll();
        };
    }

    private Told spoken(Request request) {
        try {
            Optional<Household> house = store.load(Home.USER, HouseholdStore.Reading.CHEAP);
            Outcome outcome =
                    voice.fulfil(house.orElseThrow(), request.command, RequestKey.of(request.id), IfUnanswered.SAY_SO);
            return switch (outcome) {
                case Outcome.Done done -> Told.DONE;
                case Outcome.OnItsWay later -> Told.LATER;
                case Outcome.Cannot cannot -> Told.CANNOT;
            };
        } catch (StoreException unavailable) {
            return unreadable(request);
        }
    }

    /** Once a request was answered, a repetition that cannot be looked into says nothing about it. */
    private static Told unreadable(Request request) {
        return request.told == Told.NOTHING ? Told.CANNOT : request.told;
    }

    private Told directed(Ask ask, Request request) {
        JsonNode answer = answered(directive(ask));
        String name = answer.at("/event/header/name").asText();
        if (answer.at("/event/payload/message").asText().contains("mistake")) {
            witness.mistake("the skill met a mistake of ours at " + ask);
        }
        if (answer.at("/event/payload/message").asText().contains("cannot be looked up")) {
            return unreadable(request);
        }
        return told(name).orElseThrow(() -> new IllegalStateException("not known here: " + name));
    }

    private static Optional<Told> told(String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "Response" -> Told.DONE;
                    case "DeferredResponse" -> Told.LATER;
                    case "ErrorResponse" -> Told.CANNOT;
                    default -> null;
                });
    }

    private JsonNode answered(ObjectNode envelope) {
        try {
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            byte[] body = envelope.toString().getBytes(StandardCharsets.UTF_8);
            smartHome.handleRequest(new ByteArrayInputStream(body), answer, null);
            return JSON.readTree(answer.toByteArray());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static ObjectNode directive(Ask ask) {
        boolean playback = ask.saying() == Step.Saying.PLAY;
        String name =
                switch (ask.saying()) {
                    case TURN_ON -> "TurnOn";
                    case TURN_OFF -> "TurnOff";
                    case PLAY -> "Play";
                    case EVERYWHERE, STOP_ALL -> throw new IllegalArgumentException("said by voice only");
                };
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        ObjectNode directive = envelope.putObject("directive");
        directive
                .putObject("header")
                .put("namespace", playback ? "Alexa.PlaybackController" : "Alexa.PowerController")
                .put("name", name)
                .put("messageId", ask.id())
                .put("correlationToken", ask.id())
                .put("payloadVersion", "3");
        ObjectNode endpoint = directive.putObject("endpoint").put("endpointId", Endpoints.idOf(Home.USER, ask.group()));
        endpoint.putObject("scope").put("type", "BearerToken").put("token", Home.TOKEN);
        directive.putObject("payload");
        return envelope;
    }

    /** What Alexa is told by itself: the answers that came later; changes are for her alone. */
    @Override
    public Receipt post(String accessToken, String message) {
        try {
            JsonNode event = JSON.readTree(message).path("event");
            Request request = requests.get(event.at("/header/correlationToken").asText());
            Optional<Told> told = told(event.at("/header/name").asText());
            if (request != null && told.isPresent()) {
                witness.told(request, told.get(), false, hub.get().heardNow());
            }
            return Receipt.ACCEPTED;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
