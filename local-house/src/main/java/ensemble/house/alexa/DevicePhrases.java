package ensemble.house.alexa;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** The phrases that Alexa turns into directives. Pure. */
final class DevicePhrases {
    private DevicePhrases() {}

    /** Empty when the sentence is no device phrase. */
    static Optional<Understood> understand(Sentence sentence, Devices devices, Tongue tongue) {
        @Nullable Understood second = null;
        for (Tongue.Phrase phrase : tongue.phrases()) {
            Matcher matcher = phrase.pattern().matcher(sentence.words());
            if (!matcher.matches()) {
                continue;
            }
            Optional<Understood> understood = understand(phrase, matcher, devices, tongue);
            if (understood.isPresent() && isBest(understood.get())) {
                return understood;
            }
            second = second instanceof Understood.Unable ? second : understood.orElse(second);
        }
        return Optional.ofNullable(second);
    }

    private static boolean isBest(Understood understood) {
        return !(understood instanceof Understood.NoSuchDevice || understood instanceof Understood.Unable);
    }

    private static Optional<Understood> understand(
            Tongue.Phrase phrase, Matcher matcher, Devices devices, Tongue tongue) {
        DeviceAct act = phrase.act();
        if (act.isAboutAll()) {
            return Optional.of(new Understood.Everything(act));
        }
        if (act == DeviceAct.DISCOVER) {
            return Optional.of(new Understood.Discover());
        }
        String asked = Tongue.said(matcher, "device").orElse("");
        if (act == DeviceAct.SET_MODE) {
            return mode(phrase, matcher, asked, devices, tongue);
        }
        if (act == DeviceAct.ASK_VALUE) {
            return value(phrase, asked, devices);
        }
        if (act == DeviceAct.NAMED) {
            String plain = tongue.withoutArticles(asked);
            return devices.all().stream()
                    .filter(one -> one.has(act.namespace())
                            && tongue.withoutArticles(called(one)).equals(plain))
                    .findFirst()
                    .map(endpoint -> new Understood.Directive(act, endpoint, "", nothing(), phrase.documented()));
        }
        return plain(phrase, matcher, asked, devices, tongue);
    }

    private static Optional<Understood> plain(
            Tongue.Phrase phrase, Matcher matcher, String asked, Devices devices, Tongue tongue) {
        DeviceAct act = phrase.act();
        Optional<String> number = Tongue.said(matcher, "number");
        Optional<Integer> read = number.flatMap(tongue.numbers()::read);
        if (number.isPresent() && read.isEmpty()) {
            return Optional.empty();
        }
        Optional<Endpoint> endpoint = devices.named(asked, tongue, one -> one.has(act.namespace()));
        if (endpoint.isPresent()) {
            return act.payload(read)
                    .map(payload -> new Understood.Directive(act, endpoint.get(), "", payload, phrase.documented()));
        }
        Optional<Endpoint> other = devices.named(asked, tongue, one -> true);
        return Optional.of(other.<Understood>map(Understood.Unable::new)
                .orElseGet(() -> new Understood.NoSuchDevice(tongue.withoutArticle(asked))));
    }

    /** "Set the speaker box output to the kitchen". */
    private static Optional<Understood> mode(
            Tongue.Phrase phrase, Matcher matcher, String asked, Devices devices, Tongue tongue) {
        DeviceAct act = phrase.act();
        String wanted = tongue.withoutArticle(Tongue.said(matcher, "value").orElse(""));
        return devices.part(asked, one -> one.name().equals(act.namespace()) && one.settable())
                .map(part -> modeNamed(part.capability().modes(), wanted, tongue)
                        .<Understood>map(value -> new Understood.Directive(
                                act,
                                part.endpoint(),
                                part.capability().instance(),
                                nothing().put("mode", value),
                                phrase.documented()))
                        .orElseGet(() -> new Understood.Unable(part.endpoint())));
    }

    private static Optional<String> modeNamed(Map<String, List<String>> modes, String wanted, Tongue tongue) {
        Optional<String> exact = modes.entrySet().stream()
                .filter(mode -> mode.getValue().stream()
                        .anyMatch(name -> tongue.withoutArticle(name).equals(wanted)))
                .map(Map.Entry::getKey)
                .findFirst();
        return exact.or(() -> modes.entrySet().stream()
                .filter(mode -> mode.getValue().stream()
                        .anyMatch(name -> tongue.bare(name).equals(tongue.bare(wanted))))
                .map(Map.Entry::getKey)
                .findFirst());
    }

    private static Optional<Understood> value(Tongue.Phrase phrase, String asked, Devices devices) {
        return devices.part(asked, one -> !one.names().isEmpty())
                .map(part -> new Understood.Directive(
                        phrase.act(), part.endpoint(), part.capability().instance(), nothing(), phrase.documented()));
    }

    private static ObjectNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static String called(Endpoint endpoint) {
        return Sentence.heard(endpoint.friendlyName()).words();
    }
}
