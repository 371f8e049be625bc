package ensemble.skill.voice;

import com.amazon.ask.dispatcher.request.handler.HandlerInput;
import com.amazon.ask.model.Intent;
import com.amazon.ask.model.IntentRequest;
import com.amazon.ask.model.Response;
import com.amazon.ask.model.Slot;
import ensemble.skill.voice.speech.Phrases;
import ensemble.skill.voice.speech.Ssml;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One request of a conversation, and the ways to answer it. */
final class Turn {
    private static final String MISSES = "misses";

    /** Where a developer's tool finds what came of a request; nobody hears it. */
    private static final String OUTCOME = "outcome";

    /** What came of a request. */
    enum Came {
        DONE("done"),
        ON_ITS_WAY("on-its-way"),
        CANNOT("cannot");

        private final String wire;

        Came(String wire) {
            this.wire = wire;
        }
    }

    private final HandlerInput input;
    private final Phrases phrases;

    Turn(HandlerInput input) {
        this.input = input;
        this.phrases = Phrases.of(
                Optional.ofNullable(input.getRequestEnvelope().getRequest().getLocale()));
    }

    Phrases phrases() {
        return phrases;
    }

    String requestId() {
        return input.getRequestEnvelope().getRequest().getRequestId();
    }

    /** The linked account's token; empty while none is linked. */
    Optional<String> token() {
        return Optional.ofNullable(input.getRequestEnvelope().getContext())
                .flatMap(context -> Optional.ofNullable(context.getSystem()))
                .flatMap(system -> Optional.ofNullable(system.getUser()))
                .flatMap(user -> Optional.ofNullable(user.getAccessToken()))
                .filter(token -> !token.isEmpty());
    }

    /** What was said in a slot; empty if nothing was. */
    Optional<String> said(String slot) {
        return intent().flatMap(intent -> Optional.ofNullable(intent.getSlots()))
                .flatMap(slots -> Optional.ofNullable(slots.get(slot)))
                .flatMap(found -> Optional.ofNullable(found.getValue()))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /** A statement; the session ends. */
    Optional<Response> tell(String sentence) {
        return input.getResponseBuilder()
                .withSpeech(Ssml.of(sentence))
                .withShouldEndSession(true)
                .build();
    }

    /** A statement about a command. */
    Optional<Response> tell(String sentence, Came came) {
        mark(came);
        return tell(sentence);
    }

    /** A question; the session stays open and the question is asked once more. */
    Optional<Response> ask(String question, String again) {
        return input.getResponseBuilder()
                .withSpeech(Ssml.of(question))
                .withReprompt(Ssml.of(again))
                .withShouldEndSession(false)
                .build();
    }

    /** A question because nothing was understood. */
    Optional<Response> askAgain(String question, String again) {
        mark(Came.CANNOT);
        return ask(question, again);
    }

    /** A question for one slot of the intent at hand; after too many misses, a farewell instead. */
    Optional<Response> askFor(String slot, String question) {
        mark(Came.CANNOT);
        Optional<Intent> intent = intent();
        if (isMissedTooOften() || intent.isEmpty()) {
            return tell(phrases.lostForGood());
        }
        return input.getResponseBuilder()
                .withSpeech(Ssml.of(question))
                .withReprompt(Ssml.of(phrases.whichGroupAgain()))
                .addElicitSlotDirective(slot, emptied(intent.get(), slot))
                .withShouldEndSession(false)
                .build();
    }

    Optional<Response> askToLink(String sentence) {
        mark(Came.CANNOT);
        return input.getResponseBuilder()
                .withSpeech(Ssml.of(sentence))
                .withLinkAccountCard()
                .withShouldEndSession(true)
                .build();
    }

    /** Nothing to say and nothing to do. */
    Optional<Response> silence() {
        return input.getResponseBuilder().build();
    }

    /** Counts a misunderstanding; true from the third one of a session. */
    boolean isMissedTooOften() {
        if (input.getRequestEnvelope().getSession() == null) {
            return true;
        }
        Map<String, Object> attributes =
                new HashMap<>(input.getAttributesManager().getSessionAttributes());
        int misses = attributes.get(MISSES) instanceof Number count ? count.intValue() + 1 : 1;
        attributes.put(MISSES, misses);
        input.getAttributesManager().setSessionAttributes(attributes);
        return misses > 2;
    }

    private void mark(Came came) {
        if (input.getRequestEnvelope().getSession() != null) {
            Map<String, Object> attributes =
                    new HashMap<>(input.getAttributesManager().getSessionAttributes());
            attributes.put(OUTCOME, came.wire);
            input.getAttributesManager().setSessionAttributes(attributes);
        }
    }

    private Optional<Intent> intent() {
        return input.getRequestEnvelope().getRequest() instanceof IntentRequest request
                ? Optional.ofNullable(request.getIntent())
                : Optional.empty();
    }

    /** Alexa fills the slot anew only if it comes back empty. */
    private static Intent emptied(Intent intent, String slot) {
        Map<String, Slot> slots =
                new HashMap<>(Optional.ofNullable(intent.getSlots()).orElse(Map.of()));
        slots.put(slot, Slot.builder().withName(slot).build());
        return Intent.builder().withName(intent.getName()).withSlots(slots).build();
    }
}
