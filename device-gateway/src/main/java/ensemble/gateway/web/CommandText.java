package ensemble.gateway.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.id.GroupId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.value.Volume;
import ensemble.gateway.command.BoxCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Commands as the page spells them: {@code {"do": WORD, ...}} with exactly the fields of that word. Pure.
 */
final class CommandText {
    private static final Map<String, Form> FORMS = Map.ofEntries(
            Map.entry("turn", form(in -> new BoxCommand.Turn(group(in), flag(in, "on")), "group", "on")),
            Map.entry("only", form(in -> new BoxCommand.Only(group(in)), "group")),
            Map.entry("everywhere", form(in -> new BoxCommand.Everywhere())),
            Map.entry("nothing", form(in -> new BoxCommand.Nothing())),
            Map.entry("volume", form(in -> new BoxCommand.Loud(group(in), volume(in)), "group", "volume")),
            Map.entry("mute", form(in -> new BoxCommand.Mute(group(in), flag(in, "muted")), "group", "muted")),
            Map.entry("line-up", form(in -> BoxCommand.Once.lineUp(group(in)), "group")),
            Map.entry("line-up-also", form(in -> BoxCommand.Once.lineUpAlso(group(in)), "group")),
            Map.entry("identify", form(in -> BoxCommand.Once.identify(speaker(in)), "speaker")),
            Map.entry("hold", form(in -> new BoxCommand.Hold(flag(in, "on")), "on")),
            Map.entry("search", form(in -> new BoxCommand.Search())),
            Map.entry("pairing", form(in -> new BoxCommand.Pairing(flag(in, "open")), "open")),
            Map.entry("try-again", form(in -> new BoxCommand.TryAgain(speaker(in)), "speaker")),
            Map.entry("forget", form(in -> new BoxCommand.Forget(speaker(in)), "speaker")));

    private CommandText() {}

    /** How one word is read, and the fields that stand beside it. */
    private record Form(List<String> fields, Reader reader) {}

    @FunctionalInterface
    private interface Reader {
        BoxCommand read(ObjectNode in) throws Refused;
    }

    private static Form form(Reader reader, String... fields) {
        return new Form(List.of(fields), reader);
    }

    /** @throws Refused with 400 and what is wrong with it */
    static BoxCommand read(ObjectNode in) throws Refused {
        String word = text(in, "do");
        Form form = FORMS.get(word);
        if (form == null) {
            throw new Refused(
                    400,
                    "the box knows no command '" + word + "'; it knows "
                            + FORMS.keySet().stream().sorted().toList());
        }
        List<String> strangers = new ArrayList<>();
        in.fieldNames().forEachRemaining(strangers::add);
        strangers.remove("do");
        strangers.removeAll(form.fields());
        if (!strangers.isEmpty()) {
            throw new Refused(400, "'" + word + "' has no " + strangers + "; it takes " + form.fields());
        }
        return form.reader().read(in);
    }

    private static GroupId group(ObjectNode in) throws Refused {
        return id(in, "group", GroupId::new);
    }

    private static SpeakerId speaker(ObjectNode in) throws Refused {
        return id(in, "speaker", SpeakerId::new);
    }

    private static <T> T id(ObjectNode in, String field, Function<String, T> made) throws Refused {
        String text = text(in, field);
        try {
            return made.apply(text);
        } catch (IllegalArgumentException unlike) {
            throw new Refused(400, "'" + field + "' is no id: " + unlike.getMessage());
        }
    }

    private static Volume volume(ObjectNode in) throws Refused {
        JsonNode points = in.path("volume");
        if (!points.isInt() || points.intValue() < 0 || points.intValue() > 100) {
            throw new Refused(400, "'volume' must be a whole number from 0 to 100");
        }
        return new Volume(points.intValue());
    }

    private static boolean flag(ObjectNode in, String field) throws Refused {
        JsonNode flag = in.path(field);
        if (!flag.isBoolean()) {
            throw new Refused(400, "'" + field + "' must be true or false");
        }
        return flag.booleanValue();
    }

    private static String text(ObjectNode in, String field) throws Refused {
        JsonNode text = in.path(field);
        if (!text.isTextual()) {
            throw new Refused(400, "'" + field + "' must be a word");
        }
        return text.textValue();
    }
}
