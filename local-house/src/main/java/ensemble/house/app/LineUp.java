package ensemble.house.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ensemble.contract.state.Act;
import ensemble.contract.state.GroupConfig;
import ensemble.house.http.HttpFault;
import ensemble.house.http.Request;
import ensemble.house.http.Response;
import ensemble.skill.command.Command;
import ensemble.skill.command.Fulfilment;
import ensemble.skill.command.IfUnanswered;
import ensemble.skill.command.Outcome;
import ensemble.skill.command.Subject;
import ensemble.skill.household.Household;
import ensemble.skill.household.HouseholdStore;
import ensemble.skill.household.RequestKey;
import ensemble.skill.household.StoreException;
import ensemble.skill.household.UserId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * {@code POST /calibrate {"group": id or name}}: asks the box to line a group up by the very command that the voice uses,
 * then reads on the box's own page how it goes, and answers with the result.
 */
final class LineUp {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final long LOOK_MILLIS = 200;

    private final HouseholdStore households;
    private final Fulfilment fulfilment;
    private final URI progress;

    /** @param page the port of the box's page */
    LineUp(HouseholdStore households, Fulfilment fulfilment, int page) {
        this.households = households;
        this.fulfilment = fulfilment;
        this.progress = URI.create("http://127.0.0.1:" + page + "/calibration.json");
    }

    Response serve(Request request) throws HttpFault {
        String wanted = request.json().path("group").asText().strip();
        try {
            Household house = households
                    .load(new UserId(DemoHouse.USER), HouseholdStore.Reading.SURE)
                    .orElseThrow(() -> new HttpFault(409, "there is no house yet"));
            GroupConfig group = house.config().groups().stream()
                    .filter(one -> one.id().value().equals(wanted)
                            || spelled(one.name().text()).equals(spelled(wanted)))
                    .findFirst()
                    .orElseThrow(() -> new HttpFault(
                            400,
                            "there is no group '" + wanted + "'; there are "
                                    + house.config().groups().stream()
                                            .map(one -> one.name().text())
                                            .toList()));
            Command command = new Command.Perform(
                    request.json().path("also").asBoolean() ? Act.LINE_UP_ALSO : Act.LINE_UP, Subject.of(group.id()));
            RequestKey key = RequestKey.of(UUID.randomUUID().toString());
            return switch (fulfilment.fulfil(house, command, key, IfUnanswered.SAY_SO)) {
                case Outcome.Done done -> Response.json(200, result(done.n()));
                case Outcome.OnItsWay way -> Response.json(200, result(way.n()));
                case Outcome.Cannot cannot ->
                    throw new HttpFault(
                            409,
                            "the box cannot line up '" + wanted + "' now: "
                                    + spelled(cannot.kind().name()).replace('_', ' '));
            };
        } catch (StoreException broken) {
            throw new HttpFault(409, "the house cannot be read: " + broken.getMessage());
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new HttpFault(409, "the house is ending");
        }
    }

    private static String spelled(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private JsonNode result(long n) throws HttpFault, InterruptedException {
        long start = System.nanoTime();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            while (System.nanoTime() - start < LONGEST.toNanos()) {
                JsonNode now = look(client);
                if (now.path("n").asLong() == n && !now.path("running").asBoolean()) {
                    return now.path("result");
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
        } catch (IOException gone) {
            throw new HttpFault(409, "the box went away while it measured: " + gone.getMessage());
        }
        throw new HttpFault(504, "the box has not finished within " + LONGEST.toSeconds() + " s");
    }

    private JsonNode look(HttpClient client) throws IOException, InterruptedException {
        String body = client.send(
                        HttpRequest.newBuilder(progress)
                                .timeout(Duration.ofSeconds(5))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            throw new IOException("its page answers nonsense", notJson);
        }
    }
}
