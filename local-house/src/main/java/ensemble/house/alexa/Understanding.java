package ensemble.house.alexa;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/** Decides whom a sentence is for, the way Alexa does: the skill when it is named or being talked to, else a routine or a device. */
final class Understanding {
    private static final String FALLBACK = "AMAZON.FallbackIntent";
    private static final String YES = "AMAZON.YesIntent";
    private static final String NO = "AMAZON.NoIntent";

    private final SkillModel model;
    private final Tongue tongue;
    private final Routines routines;

    Understanding(SkillModel model, Tongue tongue, Routines routines) {
        this.model = model;
        this.tongue = tongue;
        this.routines = routines;
    }

    Understood of(Sentence sentence, Devices devices, Entities entities, Session session) {
        String words = sentence.words();
        if (tongue.opening(model.invocationName()).matcher(words).matches()) {
            return new Understood.Launch();
        }
        Matcher asked = tongue.asking(model.invocationName()).matcher(words);
        if (asked.matches()) {
            return utterance(Tongue.said(asked, "rest").orElse(""), entities);
        }
        if (session.isListening()) {
            return inSession(sentence, devices, entities, session);
        }
        Optional<Routines.Entry> routine = routines.of(sentence, session.locale());
        if (routine.isPresent()) {
            return new Understood.Routine(routine.get());
        }
        Optional<Understood> own = own(words);
        if (own.isPresent()) {
            return own.get();
        }
        return DevicePhrases.understand(sentence, devices, tongue).orElseGet(Understood.NotForUs::new);
    }

    private Understood inSession(Sentence sentence, Devices devices, Entities entities, Session session) {
        SkillModel.Heard heard = model.understand(sentence.words(), entities);
        Understood.Intent intent = heard.intent();
        Optional<Session.Awaiting> awaiting = session.awaiting();
        boolean yes = intent.name().equals(YES);
        if (awaiting.isPresent() && (yes || intent.name().equals(NO))) {
            if (awaiting.get() instanceof Session.Awaiting.Offer) {
                return new Understood.Offered(yes);
            }
            if (awaiting.get() instanceof Session.Awaiting.Confirmation asked) {
                return new Understood.Intent(asked.intent(), asked.filled(), yes ? "CONFIRMED" : "DENIED", true);
            }
        }
        if (awaiting.isPresent()
                && awaiting.get() instanceof Session.Awaiting.Slot asked
                && (intent.name().equals(asked.intent()) || heard.literalWords() == 0)) {
            Optional<Understood.Intent> answer = answered(asked, intent, sentence.words());
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        if (!intent.name().equals(FALLBACK)) {
            return intent;
        }
        Optional<Understood> device = DevicePhrases.understand(sentence, devices, tongue);
        return device.isPresent() && device.get() instanceof Understood.Directive ? device.get() : intent;
    }

    /** Only the thing that was asked for, perhaps with a little before it; or the whole intent once more. */
    private Optional<Understood.Intent> answered(Session.Awaiting.Slot asked, Understood.Intent said, String words) {
        Map<String, String> slots = new HashMap<>(asked.filled());
        if (said.name().equals(asked.intent())) {
            slots.putAll(said.slots());
            return Optional.of(new Understood.Intent(asked.intent(), slots, "NONE", true));
        }
        String value = tongue.withoutLeading(words);
        if (model.isNumber(asked.intent(), asked.slot())) {
            Optional<Integer> number = tongue.numbers().read(value);
            if (number.isEmpty()) {
                return Optional.empty();
            }
            value = number.get().toString();
        }
        slots.put(asked.slot(), value);
        return Optional.of(new Understood.Intent(asked.intent(), slots, "NONE", true));
    }

    private Optional<Understood> own(String words) {
        for (Tongue.OwnPhrase phrase : tongue.ownPhrases()) {
            Matcher matcher = phrase.pattern().matcher(words);
            if (matcher.matches()) {
                Optional<String> said = Tongue.said(matcher, "number");
                Optional<Integer> number = said.flatMap(tongue.numbers()::read);
                if (said.isPresent() == number.isPresent()) {
                    return Optional.of(new Understood.Own(phrase.act(), number));
                }
            }
        }
        return Optional.empty();
    }

    /** "ask X if the kitchen ..." carries "if the kitchen ..."; "ask X to play ..." carries "play ...". */
    private Understood.Intent utterance(String rest, Entities entities) {
        Understood.Intent whole = model.understand(rest, entities).intent();
        return whole.name().equals(FALLBACK)
                ? model.understand(tongue.withoutConnection(rest), entities).intent()
                : whole;
    }
}
