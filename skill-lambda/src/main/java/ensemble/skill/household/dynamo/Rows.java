package ensemble.skill.household.dynamo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ensemble.contract.id.HubId;
import ensemble.contract.shadow.ConfigCodec;
import ensemble.contract.shadow.RoutingCodec;
import ensemble.contract.shadow.ShadowFormatException;
import ensemble.contract.state.HouseConfig;
import ensemble.skill.household.Grant;
import ensemble.skill.household.Habits;
import ensemble.skill.household.HubPresence;
import ensemble.skill.household.Pending;
import ensemble.skill.household.Replay;
import ensemble.skill.household.RequestKey;
import ensemble.skill.household.Route;
import ensemble.skill.household.StoreException;
import ensemble.skill.household.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How each value looks as a row, both ways. */
final class Rows {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Rows() {}

    static Map<String, AttributeValue> config(UserId user, HubId hub, HouseConfig config, Habits habits) {
        Map<String, AttributeValue> row = new HashMap<>(Keys.ofHouse(user, Keys.CONFIG));
        row.put("hub", Keys.text(hub.value()));
        row.put("n", Keys.number(config.n()));
        row.put("doc", Keys.text(ConfigCodec.desired(config).toString()));
        row.put("habits", Keys.text(HabitsText.of(habits, config)));
        return row;
    }

    /** A row written before houses had habits has none. */
    static Habits habits(Map<String, AttributeValue> row, HouseConfig config) throws StoreException {
        return row.containsKey("habits") ? HabitsText.read(text(row, "habits"), config) : Habits.NONE;
    }

    static HouseConfig config(Map<String, AttributeValue> row) throws StoreException, ShadowFormatException {
        return ConfigCodec.desired(document(row));
    }

    static Map<String, AttributeValue> route(UserId user, Route route) {
        Map<String, AttributeValue> row = new HashMap<>(Keys.ofHouse(user, Keys.ROUTE));
        row.put("n", Keys.number(route.n()));
        row.put("doc", Keys.text(RoutingCodec.desired(route.wish()).toString()));
        route.moved().ifPresent(at -> row.put("moved", Keys.number(at.toEpochMilli())));
        row.put("recent", Keys.text(route.recent().stream().map(Rows::spelt).collect(Collectors.joining(" "))));
        return row;
    }

    static Route route(Map<String, AttributeValue> row) throws StoreException, ShadowFormatException {
        List<Replay> recent = new ArrayList<>();
        for (String entry : text(row, "recent").split(" ", -1)) {
            if (!entry.isEmpty()) {
                recent.add(replay(entry));
            }
        }
        Optional<Instant> moved =
                row.containsKey("moved") ? Optional.of(Instant.ofEpochMilli(number(row, "moved"))) : Optional.empty();
        return new Route(RoutingCodec.desired(document(row)), recent, moved);
    }

    static HubPresence presence(Map<String, AttributeValue> row) throws StoreException {
        Instant since = Instant.ofEpochMilli(number(row, "since"));
        boolean online = Boolean.TRUE.equals(value(row, "online").bool());
        return online ? new HubPresence.Online(since) : new HubPresence.Offline(since);
    }

    static Map<String, AttributeValue> grant(UserId user, Grant grant) {
        Map<String, AttributeValue> row = new HashMap<>(Keys.ofHouse(user, Keys.GRANT));
        row.put("access", Keys.text(grant.accessToken()));
        row.put("refresh", Keys.text(grant.refreshToken()));
        row.put("expires", Keys.number(grant.expires().toEpochMilli()));
        return row;
    }

    static Grant grant(Map<String, AttributeValue> row) throws StoreException {
        return new Grant(text(row, "access"), text(row, "refresh"), Instant.ofEpochMilli(number(row, "expires")));
    }

    static Map<String, AttributeValue> pending(UserId user, Pending pending) {
        Map<String, AttributeValue> row = new HashMap<>(Keys.ofHouse(user, Keys.pending(pending.n())));
        row.put("n", Keys.number(pending.n()));
        row.put("command", Keys.text(pending.command()));
        row.put("endpoint", Keys.text(pending.endpoint()));
        row.put("token", Keys.text(pending.correlationToken()));
        row.put("ttl", Keys.number(pending.until().getEpochSecond()));
        return row;
    }

    static Pending pending(Map<String, AttributeValue> row) throws StoreException {
        return new Pending(
                number(row, "n"),
                text(row, "command"),
                text(row, "endpoint"),
                text(row, "token"),
                Instant.ofEpochSecond(number(row, "ttl")));
    }

    static JsonNode document(Map<String, AttributeValue> row) throws StoreException {
        try {
            return JSON.readTree(text(row, "doc"));
        } catch (JsonProcessingException broken) {
            throw new StoreException("a row holds no JSON", broken);
        }
    }

    static String text(Map<String, AttributeValue> row, String field) throws StoreException {
        String text = value(row, field).s();
        if (text == null) {
            throw new StoreException("a row's " + field + " is no text");
        }
        return text;
    }

    static long number(Map<String, AttributeValue> row, String field) throws StoreException {
        String number = value(row, field).n();
        if (number == null) {
            throw new StoreException("a row's " + field + " is no number");
        }
        return Long.parseLong(number);
    }

    private static AttributeValue value(Map<String, AttributeValue> row, String field) throws StoreException {
        AttributeValue value = row.get(field);
        if (value == null) {
            throw new StoreException("a row lacks " + field);
        }
        return value;
    }

    /** {@code KEY=n}, with {@code !} behind it when the wish was taken back. */
    private static String spelt(Replay replay) {
        return replay.key().value() + "=" + replay.n() + (replay.withdrawn() ? "!" : "");
    }

    private static Replay replay(String spelt) throws StoreException {
        int equals = spelt.lastIndexOf('=');
        boolean withdrawn = spelt.endsWith("!");
        int end = withdrawn ? spelt.length() - 1 : spelt.length();
        if (equals < 1) {
            throw new StoreException("the wish's recent requests cannot be read");
        }
        long n = Long.parseLong(spelt.substring(equals + 1, end));
        return new Replay(new RequestKey(spelt.substring(0, equals)), n, withdrawn);
    }
}
