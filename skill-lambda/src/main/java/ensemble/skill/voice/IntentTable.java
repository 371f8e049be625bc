package ensemble.skill.voice;

import ensemble.skill.command.Fulfilment;
import ensemble.skill.household.HouseholdStore;
import ensemble.skill.identity.TokenVerifier;
import ensemble.skill.shadow.ShadowDesk;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Which class answers which intent. */
public final class IntentTable {
    private final Map<String, IntentHandler> handlers = new TreeMap<>();

    public IntentTable(
            TokenVerifier tokens,
            HouseholdStore store,
            ShadowDesk shadows,
            Fulfilment fulfilment,
            InstantSource clock) {
        VoiceHouse houses = new VoiceHouse(tokens, store);
        List<IntentHandler> all = List.of(
                new PlayOnGroup(houses, fulfilment, clock),
                new IsGroupInSync(houses, shadows, clock),
                new Help(),
                new Stop(),
                new Fallback());
        all.forEach(handler -> handler.intents().forEach(intent -> handlers.put(intent, handler)));
    }

    /** Every intent that is answered. */
    public Set<String> intents() {
        return handlers.keySet();
    }

    /** An intent that the model has and we do not is answered like one nobody understood. */
    IntentHandler handlerOf(String intent) {
        return Optional.ofNullable(handlers.get(intent)).orElseGet(Fallback::new);
    }
}
