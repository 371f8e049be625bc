package ensemble.house.alexa;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides whom a sentence is for, the way Alexa does: the skill when it is named or being talked to, else a device. */
final class Understanding {
    private static final String ASK = "(?:ask|tell|frage?|sage?|demande à|dis à|pide a|pregunta a|di a|chiedi a) ";
    private static final String OPEN =
            "(?:open|launch|start|begin|load|play|run|öffne|starte|ouvre|lance|abre|inicia|apri|avvia) ";
    private static final Pattern CONNECTING =
            Pattern.compile("^(?:to |and |if |whether |for |ob |de |d'|que |si |di |se )");

    private Understanding() {}

    static Understood of(Sentence sentence, List<Endpoint> endpoints, SkillModel model, Session session) {
        String words = sentence.words();
        String name = Pattern.quote(model.invocationName());
        if (words.matches(OPEN + name) || words.matches("(?:ask|talk to) " + name)) {
            return new Understood.Launch();
        }
        Matcher asked = Pattern.compile(ASK + name + " (?<rest>.+)").matcher(words);
        if (asked.matches()) {
            return utterance(asked.group("rest"), model);
        }
        if (session.listening()) {
            Understood.Intent intent = model.understand(words);
            Optional<Understood> device = DevicePhrases.understand(sentence, endpoints);
            if (!intent.name().equals("AMAZON.FallbackIntent")) {
                return intent;
            }
            if (device.isPresent() && device.get() instanceof Understood.Directive) {
                return device.get();
            }
            return session.elicited().map(asked -> answered(asked, words)).orElse(intent);
        }
        return DevicePhrases.understand(sentence, endpoints).orElseGet(Understood.NotForUs::new);
    }

    /** Only the thing that was asked for, perhaps with a little before it. */
    private static Understood.Intent answered(Session.Elicited asked, String words) {
        Map<String, String> slots = new HashMap<>(asked.filled());
        slots.put(asked.slot(), words.replaceFirst("^(?:on|in|to|at|call it) ", ""));
        return new Understood.Intent(asked.intent(), slots);
    }

    /** "ask X if the kitchen ..." carries "if the kitchen ..."; "ask X to play ..." carries "play ...". */
    private static Understood.Intent utterance(String rest, SkillModel model) {
        Understood.Intent whole = model.understand(rest);
        if (!whole.name().equals("AMAZON.FallbackIntent")) {
            return whole;
        }
        return model.understand(CONNECTING.matcher(rest).replaceFirst(""));
    }
}
