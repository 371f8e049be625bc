package ensemble.skill;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ensemble.skill.command.Fulfilment;
import ensemble.skill.smarthome.Messages;
import ensemble.skill.smarthome.SmartHome;
import ensemble.skill.smarthome.directive.DirectiveTable;
import ensemble.skill.voice.IntentTable;
import ensemble.skill.voice.VoiceSkill;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The one Lambda of both models: {@code directive} is smart home, {@code request} is the custom skill.
 * Threads: any.
 */
public final class SkillEntryPoint implements RequestStreamHandler {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final SmartHome smartHome;
    private final VoiceSkill voice;
    private final @Nullable Priming priming;

    /** From environment variables, see {@link Environment}; warms itself up before a snapshot is taken. */
    public SkillEntryPoint() {
        this(new Environment(System.getenv()).skillWiring(), true);
    }

    public SkillEntryPoint(SkillWiring wiring) {
        this(wiring, false);
    }

    /** As at Amazon, where a snapshot is taken once {@link #prime} has run. */
    public static SkillEntryPoint withSnapshots(SkillWiring wiring) {
        return new SkillEntryPoint(wiring, true);
    }

    private SkillEntryPoint(SkillWiring wiring, boolean snapshots) {
        Messages messages = new Messages(wiring.messageIds(), wiring.clock());
        Fulfilment fulfilment =
                new Fulfilment(wiring.households(), wiring.shadows(), wiring.patience(), wiring.looks());
        DirectiveTable directives = new DirectiveTable(
                wiring.tokens(),
                wiring.households(),
                wiring.shadows(),
                wiring.grants(),
                fulfilment,
                messages,
                wiring.clock());
        IntentTable intents = new IntentTable(
                wiring.tokens(), wiring.households(), wiring.claims(), wiring.shadows(), fulfilment, wiring.clock());
        this.smartHome = new SmartHome(directives, messages);
        this.voice = new VoiceSkill(wiring.skillIds(), intents);
        this.priming = snapshots ? Priming.registered(wiring, this::answer) : null;
    }

    /** @throws BadEnvelopeException if the input is no envelope of Alexa's */
    @Override
    public void handleRequest(InputStream input, OutputStream output, @Nullable Context context) throws IOException {
        output.write(answer(input.readAllBytes()));
    }

    private byte[] answer(byte[] input) throws IOException {
        JsonNode envelope;
        try {
            envelope = JSON.readTree(input);
        } catch (JsonProcessingException notJson) {
            throw new BadEnvelopeException("the body is not JSON", notJson);
        }
        if (envelope.path("directive").isObject()) {
            return smartHome.answer(envelope.path("directive")).toString().getBytes(StandardCharsets.UTF_8);
        }
        if (envelope.path("request").isObject()) {
            return voice.answer(envelope);
        }
        throw new BadEnvelopeException("the body holds neither a directive nor a request");
    }

    /** What runs before a snapshot is taken; the runtime calls it by its hook. Without effect where none is taken. */
    public void prime() {
        if (priming != null) {
            priming.run();
        }
    }

    /** Whether this one warms itself up before a snapshot. */
    boolean isPriming() {
        return priming != null;
    }
}
