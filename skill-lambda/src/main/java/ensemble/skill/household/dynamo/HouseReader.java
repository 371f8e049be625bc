package ensemble.skill.household.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import ensemble.contract.id.HubId;
import ensemble.contract.shadow.HealthCodec;
import ensemble.contract.shadow.RoutingCodec;
import ensemble.contract.shadow.ShadowFormatException;
import ensemble.contract.shadow.ShadowName;
import ensemble.contract.shadow.SyncCodec;
import ensemble.contract.state.HealthReport;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.RoutingReport;
import ensemble.contract.state.SyncReport;
import ensemble.skill.household.Grant;
import ensemble.skill.household.Household;
import ensemble.skill.household.HubPresence;
import ensemble.skill.household.Pending;
import ensemble.skill.household.Reports;
import ensemble.skill.household.Route;
import ensemble.skill.household.StoreException;
import ensemble.skill.household.Told;
import ensemble.skill.household.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Puts the rows of one house together. */
final class HouseReader {
    private final Map<String, Map<String, AttributeValue>> rows = new HashMap<>();

    HouseReader(List<Map<String, AttributeValue>> rows) throws StoreException {
        for (Map<String, AttributeValue> row : rows) {
            this.rows.put(Rows.text(row, "sk"), row);
        }
    }

    Optional<Household> house(UserId user) throws StoreException {
        Map<String, AttributeValue> config = rows.get(Keys.CONFIG);
        if (config == null) {
            return Optional.empty();
        }
        try {
            HubId hub = new HubId(Rows.text(config, "hub"));
            HouseConfig made = Rows.config(config);
            Map<String, AttributeValue> route = rows.get(Keys.ROUTE);
            Map<String, AttributeValue> presence = rows.get(Keys.presence(hub));
            return Optional.of(new Household(
                    user,
                    hub,
                    presence == null ? new HubPresence.NeverSeen() : Rows.presence(presence),
                    made,
                    Rows.habits(config, made),
                    route == null ? Route.NONE : Rows.route(route),
                    reports(hub),
                    grant(),
                    pending(),
                    told()));
        } catch (ShadowFormatException | IllegalArgumentException broken) {
            throw new StoreException("a row of a house breaks the contract", broken);
        }
    }

    private Optional<Grant> grant() throws StoreException {
        Map<String, AttributeValue> row = rows.get(Keys.GRANT);
        return row == null ? Optional.empty() : Optional.of(Rows.grant(row));
    }

    private Told told() throws StoreException {
        Map<String, AttributeValue> row = rows.get(Keys.TOLD);
        return row == null ? Told.NOTHING : ToldRow.read(row);
    }

    private List<Pending> pending() throws StoreException {
        List<Pending> owed = new ArrayList<>();
        for (Map.Entry<String, Map<String, AttributeValue>> row : rows.entrySet()) {
            if (row.getKey().startsWith(Keys.PENDING) && row.getValue().containsKey("command")) {
                owed.add(Rows.pending(row.getValue()));
            }
        }
        return owed;
    }

    private Reports reports(HubId hub) throws StoreException, ShadowFormatException {
        JsonNode routing = document(hub, ShadowName.ROUTING);
        JsonNode sync = document(hub, ShadowName.SYNC);
        JsonNode health = document(hub, ShadowName.HEALTH);
        Optional<RoutingReport> routed = routing == null ? Optional.empty() : RoutingCodec.reported(routing);
        Optional<SyncReport> synced = sync == null ? Optional.empty() : Optional.of(SyncCodec.reported(sync));
        Optional<HealthReport> healthy = health == null ? Optional.empty() : HealthCodec.reported(health);
        return new Reports(routed, synced, healthy);
    }

    private @Nullable JsonNode document(HubId hub, ShadowName shadow) throws StoreException {
        Map<String, AttributeValue> row = rows.get(Keys.status(hub, shadow));
        return row == null ? null : Rows.document(row);
    }
}
