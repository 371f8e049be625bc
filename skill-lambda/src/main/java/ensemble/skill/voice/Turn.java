package ensemble.skill.voice;

import com.amazon.ask.dispatcher.request.handler.HandlerInput;
import com.amazon.ask.model.Directive;
import com.amazon.ask.model.Intent;
import com.amazon.ask.model.IntentConfirmationStatus;
import com.amazon.ask.model.IntentRequest;
import com.amazon.ask.model.Request;
import com.amazon.ask.model.Response;
import com.amazon.ask.model.Slot;
import com.amazon.ask.model.interfaces.system.SystemState;
import com.amazon.ask.response.ResponseBuilder;
import ensemble.skill.voice.speech.Line;
import ensemble.skill.voice.speech.Phrases;
import ensemble.skill.voice.speech.Ssml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One request of a conversation, and the ways to answer it. Used by one thread. */
final class Turn {
    private static final String MISSES = "misses";
    private static final String ASKED = "asked";
    private static final String SAID = "said";

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
    private final Map<String, Object> attributes = new HashMap<>();
    private final List<Directive> extras = new ArrayList<>();
    private final Optional<Asked> asked;
    private Optional<String> card = Optional.empty();

    Turn(HandlerInput input) {
        this.input = input;
        Request request = input.getRequestEnvelope().getRequest();
        this.phrases = Phrases.of(Optional.ofNullable(request.getLocale()), String.valueOf(request.getRequestId()));
        if (hasSession()) {
            attributes.putAll(input.getAttributesManager().getSessionAttributes());
        }
        asked = Optional.ofNullable(attributes.remove(ASKED)).flatMap(Asked::of);
        attributes.remove(OUTCOME);
    }

    Phrases phrases() {
        return phrases;
    }

    String say(Line line, Object... values) {
        return phrases.say(line, values);
    }

    /** As Alexa spelt it. */
    String locale() {
        return Optional.ofNullable(input.getRequestEnvelope().getRequest().getLocale())
                .orElse("en-US");
    }

    /** Ours, as Alexa spells it. */
    String skillId() {
        return system().flatMap(system -> Optional.ofNullable(system.getApplication()))
                .flatMap(application -> Optional.ofNullable(application.getApplicationId()))
                .orElse("");
    }

    String requestId() {
        return input.getRequestEnvelope().getRequest().getRequestId();
    }

    /** The linked account's token; empty while none is linked. */
    Optional<String> token() {
        return system().flatMap(system -> Optional.ofNullable(system.getUser()))
                .flatMap(user -> Optional.ofNullable(user.getAccessToken()))
                .filter(token -> !token.isEmpty());
    }

    /** Whether it can show a screen. */
    boolean hasScreen() {
        return system().flatMap(system -> Optional.ofNullable(system.getDevice()))
                .flatMap(device -> Optional.ofNullable(device.getSupportedInterfaces()))
                .flatMap(supported -> Optional.ofNullable(supported.getAlexaPresentationAPL()))
                .isPresent();
    }

    boolean isNewSession() {
        return hasSession()
                && Boolean.TRUE.equals(input.getRequestEnvelope().getSession().getNew());
    }

    /** What was asked before this request and may be answered by it. */
    Optional<Asked> asked() {
        return asked;
    }

    /** What was said last. */
    Optional<String> lastSaid() {
        return Optional.ofNullable(attributes.get(SAID)).map(String::valueOf);
    }

    /** What was said in a slot; empty if nothing was. */
    Optional<String> said(String slot) {
        return slot(slot)
                .flatMap(found -> Optional.ofNullable(found.getValue()))
                .map(String::strip)
                .filter(value -> !value.isEmpty() && !value.equals("?"));
    }

    /** What was said in a slot, and after it what Alexa took it for: names, then ids. */
    List<String> heard(String slot) {
        return slot(slot).map(SlotWords::of).orElse(List.of());
    }

    /** A number that was said in a slot. */
    Optional<Integer> number(String slot) {
        return said(slot).filter(text -> text.matches("\\d{1,9}")).map(Integer::valueOf);
    }

    /** The answer to a confirmation that Alexa took care of; empty if there was none. */
    Optional<Boolean> confirmed() {
        return intent().map(Intent::getConfirmationStatus).flatMap(status -> switch (status) {
            case CONFIRMED -> Optional.of(true);
            case DENIED -> Optional.of(false);
            case NONE, UNKNOWN_TO_SDK_VERSION -> Optional.empty();
        });
    }

    /** Something to show, speak about or remember beside the speech. */
    Turn with(Directive extra) {
        extras.add(extra);
        return this;
    }

    /** What is said goes to the Alexa app too. */
    Turn withCard() {
        card = Optional.of(say(Line.CARD_TITLE));
        return this;
    }

    /** What was asked stays open beside this answer. */
    Turn stillAsking() {
        asked.ifPresent(question -> attributes.put(ASKED, question.attribute()));
        return this;
    }

    /** A statement; the session ends. */
    Optional<Response> tell(String sentence) {
        attributes.remove(ASKED);
        return spoken(sentence).withShouldEndSession(true).build();
    }

    Optional<Response> tell(Line line, Object... values) {
        return tell(say(line, values));
    }

    /** A statement about a command. */
    Optional<Response> tell(String sentence, Came came) {
        mark(came);
        return tell(sentence);
    }

    /** A statement that nothing came of it. */
    Optional<Response> cannot(Line line, Object... values) {
        return tell(say(line, values), Came.CANNOT);
    }

    /** A question; the session stays open and the question is asked once more. */
    Optional<Response> ask(String question, String again) {
        return spoken(question)
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
            return tell(Line.LOST_FOR_GOOD);
        }
        ResponseBuilder builder = spoken(question).withReprompt(Ssml.of(question));
        return builder.addElicitSlotDirective(slot, emptied(intent.get(), slot))
                .withShouldEndSession(false)
                .build();
    }

    /** A question for one slot of another intent, of which nothing was said yet. */
    Optional<Response> askFor(String slot, String question, String otherIntent) {
        mark(Came.CANNOT);
        if (isMissedTooOften()) {
            return tell(Line.LOST_FOR_GOOD);
        }
        Intent other = Intent.builder()
                .withName(otherIntent)
                .withConfirmationStatus(IntentConfirmationStatus.NONE)
                .build();
        return spoken(question)
                .withReprompt(Ssml.of(question))
                .addElicitSlotDirective(slot, emptied(other, slot))
                .withShouldEndSession(false)
                .build();
    }

    /** Lets Alexa ask with the model's own prompt for what is missing. */
    Optional<Response> delegate() {
        mark(Came.CANNOT);
        Optional<Intent> intent = intent();
        if (isMissedTooOften() || intent.isEmpty()) {
            return tell(Line.LOST_FOR_GOOD);
        }
        keep();
        return input.getResponseBuilder()
                .addDelegateDirective(intent.get())
                .withShouldEndSession(false)
                .build();
    }

    /** A question that a yes or a no answers; until then nothing is done. */
    Optional<Response> askWhether(Asked question, String sentence) {
        mark(Came.ON_ITS_WAY);
        attributes.put(ASKED, question.attribute());
        ResponseBuilder builder = spoken(sentence).withReprompt(Ssml.of(sentence));
        intent().filter(intent -> isConfirmable(question.what(), intent))
                .ifPresent(intent -> builder.addConfirmIntentDirective(intent));
        return builder.withShouldEndSession(false).build();
    }

    Optional<Response> askToLink(Line line) {
        mark(Came.CANNOT);
        return spoken(say(line))
                .withLinkAccountCard()
                .withShouldEndSession(true)
                .build();
    }

    /** Hands over to another of Alexa's services, which comes back to this session. */
    Optional<Response> handOver(Directive directive) {
        keep();
        return input.getResponseBuilder().addDirective(directive).build();
    }

    /** Nothing to say and nothing to do. */
    Optional<Response> silence() {
        return input.getResponseBuilder().build();
    }

    /** Counts a misunderstanding; true from the third one of a session. */
    boolean isMissedTooOften() {
        if (!hasSession()) {
            return true;
        }
        int misses = attributes.get(MISSES) instanceof Number count ? count.intValue() + 1 : 1;
        attributes.put(MISSES, misses);
        return misses > 2;
    }

    /** Something was understood: patience begins anew. */
    void understood() {
        attributes.remove(MISSES);
    }

    private void mark(Came came) {
        attributes.put(OUTCOME, came.wire);
    }

    private ResponseBuilder spoken(String sentence) {
        attributes.put(SAID, sentence);
        keep();
        ResponseBuilder builder = input.getResponseBuilder().withSpeech(Ssml.of(sentence));
        card.ifPresent(title -> builder.withSimpleCard(title, sentence));
        extras.forEach(builder::addDirective);
        return builder;
    }

    private void keep() {
        if (hasSession()) {
            input.getAttributesManager().setSessionAttributes(attributes);
        }
    }

    /** Alexa may confirm only intents that the model lets her confirm; the others are answered by a plain yes. */
    private static boolean isConfirmable(Asked.What what, Intent intent) {
        return switch (what) {
            case CREATE_GROUP -> intent.getName().equals("CreateGroupIntent");
            case RENAME_GROUP -> intent.getName().equals("RenameGroupIntent");
            case DELETE_GROUP -> intent.getName().equals("DeleteGroupIntent");
            case PAIR, OFFER_ROUTINE, GUIDE, BOX_CONFIRMED -> false;
        };
    }

    private boolean hasSession() {
        return input.getRequestEnvelope().getSession() != null;
    }

    private Optional<SystemState> system() {
        return Optional.ofNullable(input.getRequestEnvelope().getContext())
                .flatMap(context -> Optional.ofNullable(context.getSystem()));
    }

    private Optional<Slot> slot(String name) {
        return intent().flatMap(intent -> Optional.ofNullable(intent.getSlots()))
                .flatMap(slots -> Optional.ofNullable(slots.get(name)));
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
        return Intent.builder()
                .withName(intent.getName())
                .withConfirmationStatus(IntentConfirmationStatus.NONE)
                .withSlots(slots)
                .build();
    }
}
