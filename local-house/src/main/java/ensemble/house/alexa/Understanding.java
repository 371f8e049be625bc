package ensemble.house.alexa;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides whom a sentence is for, the way Alexa does: the skill when it is named or being talked to, else a device. */
final class Understanding {
    private static final String ASK = "(?:ask|tell) ";
    private static final String OPEN = "(?:open|launch|start|begin|load|play|run) ";
    private static final Pattern CONNECTING = Pattern.compile("^(?:to |and |if |whether |for )");

    private Understanding() {}

    /** @param inSession whether the skill asked something and listens */
    static Understood of(Sentence sentence, List<Endpoint> endpoints, SkillModel model, boolean inSession) {
        String words = sentence.words();
        String name = Pattern.quote(model.invocationName());
        if (words.matches(OPEN + name) || words.matches("(?:ask|talk to) " + name)) {
            return new Understood.Launch();
        }
        Matcher asked = Pattern.compile(ASK + name + " (?<rest>.+)").matcher(words);
        if (asked.matches()) {
            return utterance(asked.group("rest"), model);
        }
        if (inSession) {
            Understood.Intent intent = model.understand(words);
            Optional<Understood> device = DevicePhrases.understand(sentence, endpoints);
            boolean fallback = intent.name().equals("AMAZON.FallbackIntent");
            return fallback && device.isPresent() && device.get() instanceof Understood.Directive
                    ? device.get()
                    : intent;
        }
        return DevicePhrases.understand(sentence, endpoints).orElseGet(Understood.NotForUs::new);
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
