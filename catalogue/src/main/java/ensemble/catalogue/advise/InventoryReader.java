package ensemble.catalogue.advise;

import ensemble.catalogue.advise.Inventory.Owned;
import ensemble.catalogue.advise.Inventory.Use;
import ensemble.catalogue.json.DataException;
import ensemble.catalogue.json.Fields;
import ensemble.catalogue.json.JsonReader;
import ensemble.catalogue.json.Value;
import ensemble.catalogue.name.Questions;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an inventory, strictly: unknown keys and wrong types are named with their line. */
public final class InventoryReader {
    private static final int MOST = 64;
    private static final Map<String, Use> USES = Map.of(
            "party", Use.PARTY,
            "stereo", Use.STEREO,
            "stereo listening", Use.STEREO,
            "listening", Use.STEREO,
            "music", Use.STEREO,
            "film", Use.FILM,
            "movie", Use.FILM,
            "tv", Use.FILM);
    private static final Set<String> NO = Set.of("no", "none", "false");

    private InventoryReader() {}

    /**
     * @param file the name to give to faults
     * @throws DataException naming file, line and fault
     * @throws IOException if the stream itself fails
     */
    public static Inventory read(String file, InputStream in) throws DataException, IOException {
        Fields fields = new Fields(file, JsonReader.read(file, in));
        List<String> echos = fields.texts("echo");
        for (String echo : echos) {
            name(fields, "echo", echo);
        }
        List<Owned> speakers = new ArrayList<>();
        for (Fields speaker : fields.objects("speakers")) {
            speakers.add(owned(speaker));
        }
        if (echos.size() > MOST || speakers.size() > MOST) {
            throw fields.fault("more than " + MOST + " of a kind");
        }
        String box = thing(fields, "box");
        String wifi = thing(fields, "wifi");
        Inventory inventory = new Inventory(
                echos,
                List.copyOf(speakers),
                thing(fields, "phone"),
                box != null && !NO.contains(box),
                thing(fields, "transmitter"),
                wifi == null ? null : (Boolean) !NO.contains(wifi),
                atLeastZero(fields, "budget"),
                use(fields),
                atLeastZero(fields, "distance"),
                thing(fields, "plan"));
        fields.done();
        return inventory;
    }

    private static Owned owned(Fields fields) throws DataException {
        String model = name(fields, "model", fields.text("model"));
        String firmware = fields.textOrNull("firmware");
        List<String> ports =
                fields.texts("ports").stream().map(InventoryReader::port).toList();
        fields.done();
        return new Owned(model, firmware, ports);
    }

    private static String port(String port) {
        String plain = port.toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-');
        return plain.equals("aux") || plain.equals("3.5mm") || plain.equals("line-in") ? "aux-in" : plain;
    }

    private static String name(Fields fields, String key, String name) throws DataException {
        Optional<String> fault = Questions.fault(name);
        if (fault.isPresent()) {
            throw fields.fault(key, "\"" + key + "\": " + fault.get());
        }
        return name;
    }

    /** A name, or true or false for having one at all; {@code false} counts as none. */
    private static @Nullable String thing(Fields fields, String key) throws DataException {
        Value value = fields.get(key);
        if (value instanceof Value.Flag flag) {
            boolean keepsNo = key.equals("wifi");
            return flag.set() ? "yes" : keepsNo ? "no" : null;
        }
        String text = fields.textOrNull(key);
        return text == null ? null : name(fields, key, text).strip().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Double atLeastZero(Fields fields, String key) throws DataException {
        Double number = fields.number(key);
        if (number != null && number < 0) {
            throw fields.fault(key, "\"" + key + "\" is at least 0");
        }
        return number;
    }

    private static @Nullable Use use(Fields fields) throws DataException {
        String text = fields.textOrNull("use");
        if (text == null) {
            return null;
        }
        Use use = USES.get(text.strip().toLowerCase(Locale.ROOT));
        if (use == null) {
            throw fields.fault("use", "\"use\" can be party, stereo or film");
        }
        return use;
    }
}
