package ensemble.house.alexa;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.house.alexa.Said.Outcome;
import ensemble.house.alexa.Said.Route;
import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Alexa's part of a conversation with the skill: she keeps sessions and their dialogues, asks by herself what the skill leaves to
 * her, learns names for a while, and takes care of an offered routine. Safe from any thread.
 */
final class SkillTalk {
    private static final String YES = "200";
    private static final String NO = "204";

    private final Skill skill;
    private final Supplier<String> token;
    private final InstantSource clock;
    private final Routines routines;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private volatile Entities entities = Entities.none();

    SkillTalk(Skill skill, Supplier<String> token, InstantSource clock, Routines routines) {
        this.skill = skill;
        this.token = token;
        this.clock = clock;
        this.routines = routines;
    }

    Entities entities() {
        return entities.at(clock.instant());
    }

    /** The conversation of that id; one that nobody answered for too long is over, and the skill is told. */
    Session session(String id, String locale) throws IOException {
        Session known = sessions.get(id);
        if (known == null || !known.locale().equals(locale)) {
            return Session.fresh(id, locale);
        }
        if (known.isOver(clock.instant())) {
            sessions.remove(id);
            skill.invoke(Envelopes.ended(known, token.get()));
            return Session.fresh(id, locale);
        }
        return known;
    }

    Answer launch(Session session, Tongue tongue) throws IOException {
        return follow("LaunchRequest", skill.invoke(Envelopes.launch(session, token.get())), session, tongue);
    }

    /** The task that a routine starts. */
    Answer run(Routines.Entry routine, Session session, Tongue tongue) throws IOException {
        String name = routine.task().substring(routine.task().lastIndexOf('.') + 1);
        JsonNode answer = skill.invoke(Envelopes.task(routine, session, token.get()));
        Answer skillsOwn = follow(name, answer, session, tongue);
        return new Answer(Route.ROUTINE, true, name, skillsOwn.speech(), skillsOwn.outcome());
    }

    Answer intent(Understood.Intent intent, Session session, SkillModel model, Tongue tongue) throws IOException {
        JsonNode answer = skill.invoke(Envelopes.intent(intent, model, entities(), session, token.get()));
        Optional<JsonNode> delegated = directive(answer, "Dialog.Delegate");
        if (delegated.isEmpty()) {
            return follow(intent.name(), answer, session, tongue);
        }
        Map<String, String> filled =
                delegated.get().has("updatedIntent") ? filled(delegated.get().path("updatedIntent")) : intent.slots();
        Optional<String> missing = model.dialog().missing(intent.name(), filled.keySet());
        if (missing.isEmpty()) {
            return new Answer(Route.SKILL, true, intent.name(), tongue.say("skilltrouble"), Outcome.CANNOT);
        }
        listen(session, answer, Optional.of(new Session.Awaiting.Slot(intent.name(), missing.get(), filled)));
        String prompt = model.dialog().prompt(intent.name(), missing.get());
        return new Answer(Route.SKILL, true, intent.name(), prompt, outcome(answer));
    }

    /** The answer to Alexa's own question whether a routine is wanted; the skill hears what came of it. */
    Answer offered(boolean taken, Session session, Tongue tongue) throws IOException {
        if (!(session.awaiting().orElseThrow() instanceof Session.Awaiting.Offer offer)) {
            throw new IllegalStateException("nothing was offered");
        }
        boolean had = routines.has(offer.entry());
        if (taken && !had) {
            routines.add(offer.entry());
        }
        String result = had ? "ALREADY_ENABLED" : taken ? "ENABLED" : "USER_DECLINED";
        ObjectNode envelope = Envelopes.resumed(session, offer.token(), taken && !had ? YES : NO, result, token.get());
        return follow("SessionResumedRequest", skill.invoke(envelope), session, tongue);
    }

    private Answer follow(String request, JsonNode answer, Session before, Tongue tongue) {
        JsonNode response = answer.path("response");
        entities = entities().after(response, clock.instant());
        Optional<JsonNode> connection = directive(answer, "Connections.StartConnection");
        Optional<Routines.Entry> offer = connection.flatMap(Routines::offered);
        if (offer.isPresent()) {
            String back = connection.get().path("token").asText();
            listen(before, answer, Optional.of(new Session.Awaiting.Offer(offer.get(), back)));
            String question = tongue.say("offer", offer.get().utterance());
            return new Answer(Route.SKILL, true, request, question, Outcome.ON_ITS_WAY);
        }
        boolean listening = response.has("shouldEndSession")
                && !response.path("shouldEndSession").asBoolean();
        if (listening) {
            listen(before, answer, awaiting(answer));
        } else {
            sessions.remove(before.id());
        }
        return new Answer(Route.SKILL, true, request, spoken(response), outcome(answer));
    }

    private void listen(Session before, JsonNode answer, Optional<Session.Awaiting> awaiting) {
        sessions.put(before.id(), before.after(answer.path("sessionAttributes"), awaiting, clock.instant()));
    }

    private static Optional<Session.Awaiting> awaiting(JsonNode answer) {
        Optional<JsonNode> slot = directive(answer, "Dialog.ElicitSlot");
        if (slot.isPresent()) {
            JsonNode intent = slot.get().path("updatedIntent");
            return Optional.of(new Session.Awaiting.Slot(
                    intent.path("name").asText(),
                    slot.get().path("slotToElicit").asText(),
                    filled(intent)));
        }
        return directive(answer, "Dialog.ConfirmIntent")
                .map(directive -> directive.path("updatedIntent"))
                .map(intent ->
                        new Session.Awaiting.Confirmation(intent.path("name").asText(), filled(intent)));
    }

    private static Map<String, String> filled(JsonNode intent) {
        Map<String, String> filled = new HashMap<>();
        intent.path("slots").forEach(slot -> {
            if (slot.hasNonNull("value")) {
                filled.put(slot.path("name").asText(), slot.path("value").asText());
            }
        });
        return filled;
    }

    private static Optional<JsonNode> directive(JsonNode answer, String type) {
        for (JsonNode directive : answer.path("response").path("directives")) {
            if (directive.path("type").asText().equals(type)) {
                return Optional.of(directive);
            }
        }
        return Optional.empty();
    }

    /** The skill leaves its outcome where only a developer sees it; a conversation that goes on has nothing undone. */
    private static Outcome outcome(JsonNode answer) {
        String wire = answer.path("sessionAttributes").path("outcome").asText("done");
        return List.of(Outcome.values()).stream()
                .filter(outcome -> outcome.wire().equals(wire))
                .findFirst()
                .orElse(Outcome.CANNOT);
    }

    private static String spoken(JsonNode response) {
        JsonNode speech = response.path("outputSpeech");
        String text = speech.path("type").asText().toUpperCase(Locale.ROOT).equals("SSML")
                ? speech.path("ssml").asText().replaceAll("<[^>]*>", "")
                : speech.path("text").asText();
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
