package ensemble.house.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.house.meter.Meter;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Two kinds of rules: {@code SELECT *, topic(3) AS thing, topic(6) AS shadowName FROM
 * '$aws/things/+/shadow/name/+/update/documents'} and {@code SELECT * FROM '$aws/events/presence/#'}. They fire after the
 * fact, in order for each thing, and things do not wait for each other. Any thread may call.
 */
public final class Rules implements AutoCloseable {
    private static final int WAITING_LIMIT = 10_000;

    private final List<RuleAction> onDocuments = new CopyOnWriteArrayList<>();
    private final List<RuleAction> onPresence = new CopyOnWriteArrayList<>();
    private final Lanes lanes = new Lanes(WAITING_LIMIT);
    private final Meter meter;

    /** Rules that count what they do. */
    public Rules(Meter meter) {
        this.meter = meter;
    }

    /** Fires at every accepted update of a named shadow: previous, current, timestamp, thing, shadowName. */
    public void onShadowDocuments(RuleAction action) {
        onDocuments.add(action);
    }

    /** Fires when a client comes or goes: AWS's presence event. */
    public void onPresence(RuleAction action) {
        onPresence.add(action);
    }

    /** A {@code /documents} message was published. */
    public void documents(String thing, String shadowName, ObjectNode message) {
        ObjectNode selected = message.deepCopy();
        fire(thing, onDocuments, selected.put("thing", thing).put("shadowName", shadowName));
    }

    /** A presence event was published. */
    public void presence(String thing, ObjectNode event) {
        fire(thing, onPresence, event);
    }

    /** Takes no more, and gives what waits five seconds. */
    @Override
    public void close() {
        lanes.close();
    }

    private void fire(String thing, List<RuleAction> actions, ObjectNode payload) {
        for (RuleAction action : actions) {
            meter.ruleTrigger();
            ObjectNode own = payload.deepCopy();
            if (!lanes.add(thing, () -> action.run(own))) {
                System.getLogger("ensemble.house.rules")
                        .log(Level.ERROR, "{0} rule actions wait; one more, for {1}, was lost", WAITING_LIMIT, thing);
            }
        }
    }
}
