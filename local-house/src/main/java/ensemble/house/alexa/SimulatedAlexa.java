package ensemble.house.alexa;

import com.fasterxml.jackson.databind.JsonNode;
import ensemble.house.alexa.Said.Outcome;
import ensemble.house.alexa.Said.Route;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * An Alexa for one household: discovers its devices, understands a sentence, sends what it comes to, and says what the
 * answer comes to. Safe from any thread.
 */
public final class SimulatedAlexa {
    private record Speech(SkillModel model, Tongue tongue, Understanding understanding) {}

    private final HubView hub;
    private final Optional<Echo> echo;
    private final DeviceTalk deviceTalk;
    private final SkillTalk skillTalk;
    private final Map<String, Speech> locales = new ConcurrentHashMap<>();
    private volatile Devices devices = new Devices(java.util.List.of());

    /** What one household's Alexa is made of. */
    public record Parts(
            Skill skill,
            HubView hub,
            Optional<Echo> echo,
            Supplier<String> token,
            Map<String, JsonNode> models,
            Optional<Path> routines,
            InstantSource clock) {}

    /** @throws IOException if a locale of the skill's is not spoken here, or the routines cannot be read */
    public SimulatedAlexa(Parts parts) throws IOException {
        hub = parts.hub();
        echo = parts.echo();
        Routines routines =
                parts.routines().isPresent() ? Routines.in(parts.routines().get()) : Routines.inMemory();
        deviceTalk = new DeviceTalk(parts.skill(), parts.token());
        skillTalk = new SkillTalk(parts.skill(), parts.token(), parts.clock(), routines);
        for (Map.Entry<String, JsonNode> one : parts.models().entrySet()) {
            Tongue tongue = Tongue.of(one.getKey());
            SkillModel model = new SkillModel(one.getValue(), tongue);
            locales.put(one.getKey(), new Speech(model, tongue, new Understanding(model, tongue, routines)));
        }
    }

    /**
     * Says a sentence to it.
     *
     * @param locale such as {@code en-US}
     * @param session keeps a conversation together
     * @throws UnknownLocaleException if the skill has no model for it
     */
    public Said say(String text, String locale, String session) throws UnknownLocaleException {
        Speech speech = locales.get(locale);
        if (speech == null) {
            throw new UnknownLocaleException(locale, locales.keySet());
        }
        Sentence sentence = Sentence.heard(text);
        Answer answer;
        try {
            Session before = skillTalk.session(session, locale);
            answer = answered(understood(sentence, speech, before), speech, before);
        } catch (IOException failed) {
            answer = new Answer(Route.SKILL, true, null, speech.tongue().say("skilltrouble"), Outcome.CANNOT);
        }
        return new Said(
                sentence.words(),
                answer.route(),
                answer.documented(),
                answer.request(),
                answer.speech(),
                answer.outcome(),
                hub.wish());
    }

    /** Devices are discovered once, and again when one is named that nobody knows: a person would do the same. */
    private Understood understood(Sentence sentence, Speech speech, Session session) throws IOException {
        Understood understood = speech.understanding().of(sentence, devices, skillTalk.entities(), session);
        boolean isAboutUnknown = understood instanceof Understood.NoSuchDevice
                || understood instanceof Understood.Unable
                || understood instanceof Understood.Everything
                || understood instanceof Understood.NotForUs;
        if (!isAboutUnknown) {
            return understood;
        }
        devices = deviceTalk.discover();
        return speech.understanding().of(sentence, devices, skillTalk.entities(), session);
    }

    private Answer answered(Understood understood, Speech speech, Session session) throws IOException {
        Tongue tongue = speech.tongue();
        return switch (understood) {
            case Understood.Directive directive -> deviceTalk.send(directive, tongue);
            case Understood.Everything all -> deviceTalk.sendAll(all.act(), devices, tongue);
            case Understood.Discover discover -> {
                devices = deviceTalk.discover();
                String found = tongue.say("devices", devices.all().size());
                yield new Answer(Route.SMART_HOME, true, DeviceAct.DISCOVER.directive(), found, Outcome.DONE);
            }
            case Understood.Own own -> own(own, tongue);
            case Understood.NoSuchDevice(String asked) -> Answer.nothing(tongue.say("missing", asked));
            case Understood.Unable(Endpoint endpoint) -> Answer.nothing(tongue.say("unable", endpoint.friendlyName()));
            case Understood.NotForUs() -> Answer.nothing(tongue.say("unknown"));
            case Understood.Launch() -> skillTalk.launch(session, tongue);
            case Understood.Routine(Routines.Entry entry) -> skillTalk.run(entry, session, tongue);
            case Understood.Offered(boolean taken) -> skillTalk.offered(taken, session, tongue);
            case Understood.Intent intent -> skillTalk.intent(intent, session, speech.model(), tongue);
        };
    }

    /** Her own volume and her own music: no skill hears of it. */
    private Answer own(Understood.Own own, Tongue tongue) throws IOException {
        if (echo.isEmpty()) {
            return Answer.nothing(tongue.say("noecho"));
        }
        Echo her = echo.get();
        switch (own.act()) {
            case VOLUME -> her.volume(tenths(own.number().orElse(0)));
            case LOUDER -> her.volume(Math.min(10, her.volume() + 1));
            case QUIETER -> her.volume(Math.max(0, her.volume() - 1));
            case MUTE -> her.mute(true);
            case UNMUTE -> her.mute(false);
            case PAUSE -> her.pause();
            case PLAY -> her.play();
        }
        return new Answer(Route.SMART_HOME, true, own.act().request(), tongue.say("ok"), Outcome.DONE);
    }

    /** People say "five" of ten, and "fifty" of a hundred. */
    private static int tenths(int said) {
        return Math.clamp(said <= 10 ? said : Math.round(said / 10f), 0, 10);
    }
}
