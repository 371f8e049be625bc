package ensemble.skill;

import ensemble.contract.id.HubId;
import ensemble.contract.shadow.ShadowName;
import ensemble.skill.household.HouseholdStore.Reading;
import ensemble.skill.household.Route;
import ensemble.skill.household.StoreException;
import ensemble.skill.household.UserId;
import ensemble.skill.shadow.ShadowException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/** Runs both halves once before SnapStart takes its snapshot, so that classes, clients and codecs are warm in it. */
final class Priming implements Resource {
    private static final System.Logger LOG = System.getLogger(Priming.class.getName());

    private static final String DIRECTIVE = """
            {"directive":{"header":{"namespace":"Alexa.Discovery","name":"Discover","payloadVersion":"3",
            "messageId":"priming"},"payload":{"scope":{"type":"BearerToken","token":"priming"}}}}""";

    private final SkillWiring wiring;
    private final Answering answering;

    private Priming(SkillWiring wiring, Answering answering) {
        this.wiring = wiring;
        this.answering = answering;
    }

    /** How an envelope is answered. */
    interface Answering {
        byte[] answer(byte[] envelope) throws IOException;
    }

    /** The caller must keep the result: the runtime holds it weakly. */
    static Priming registered(SkillWiring wiring, Answering answering) {
        Priming priming = new Priming(wiring, answering);
        Core.getGlobalContext().register(priming);
        return priming;
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        run();
    }

    /** What fails here would fail as well without a snapshot; it must not keep one from being taken. */
    void run() {
        try {
            answering.answer(DIRECTIVE.getBytes(StandardCharsets.UTF_8));
            answering.answer(launch().getBytes(StandardCharsets.UTF_8));
            wiring.households().load(new UserId("priming"), Reading.CHEAP);
            wiring.shadows().read(new HubId("priming"), ShadowName.ROUTING);
            // Refused, because nobody has such a house; but the way to a write is warm then.
            wiring.households().putRoute(new UserId("priming"), Long.MAX_VALUE, Route.NONE);
        } catch (IOException | StoreException | ShadowException | RuntimeException cold) {
            LOG.log(System.Logger.Level.WARNING, "priming ended early: " + cold.getMessage());
        }
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        // Connections are made anew on first use.
    }

    private String launch() {
        String skillId = wiring.skillIds().stream().findFirst().orElse("none");
        return """
                {"version":"1.0","session":{"new":true,"sessionId":"priming","application":{"applicationId":"%1$s"},
                "user":{"userId":"priming"}},"context":{"System":{"application":{"applicationId":"%1$s"},
                "user":{"userId":"priming"}}},"request":{"type":"LaunchRequest","requestId":"priming",
                "timestamp":"2026-01-01T00:00:00Z","locale":"en-US"}}""".formatted(skillId);
    }
}
