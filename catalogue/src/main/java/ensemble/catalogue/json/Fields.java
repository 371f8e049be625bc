package ensemble.catalogue.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One JSON object read strictly: every field by its kind, and none that nobody asked for. */
public final class Fields {
    private final String file;
    private final int line;
    private final Map<String, Value> fields;
    private final Set<String> asked = new HashSet<>();

    /** @throws DataException if the value is not an object */
    public Fields(String file, Value value) throws DataException {
        if (!(value instanceof Value.Table table)) {
            throw new DataException(file, value.line(), "an object is wanted here, not " + value.kind());
        }
        this.file = file;
        this.line = table.line();
        this.fields = table.fields();
    }

    public boolean has(String name) {
        asked.add(name);
        return get(name) != null;
    }

    /** The value as it stands, null when absent or JSON's null. */
    public @Nullable Value get(String name) {
        asked.add(name);
        Value value = fields.get(name);
        return value instanceof Value.Nothing ? null : value;
    }

    /** Text that must be there and say something. */
    public String text(String name) throws DataException {
        String text = textOrNull(name);
        if (text == null) {
            throw fault("\"" + name + "\" is missing");
        }
        return text;
    }

    public @Nullable String textOrNull(String name) throws DataException {
        Value value = get(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof Value.Text text) || text.text().isBlank()) {
            throw wrong(name, value, "text");
        }
        return text.text();
    }

    public @Nullable Double number(String name) throws DataException {
        Value value = get(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof Value.Num number) || !Double.isFinite(number.number())) {
            throw wrong(name, value, "a number");
        }
        return number.number();
    }

    public boolean flag(String name, boolean absent) throws DataException {
        Value value = get(name);
        if (value == null) {
            return absent;
        }
        if (!(value instanceof Value.Flag flag)) {
            throw wrong(name, value, "true or false");
        }
        return flag.set();
    }

    /** A list of texts; absent is empty. */
    public List<String> texts(String name) throws DataException {
        List<String> texts = new ArrayList<>();
        for (Value value : values(name)) {
            if (!(value instanceof Value.Text text) || text.text().isBlank()) {
                throw new DataException(file, value.line(), "\"" + name + "\" holds text only, not " + value.kind());
            }
            texts.add(text.text());
        }
        return List.copyOf(texts);
    }

    /** A list of objects; absent is empty. */
    public List<Fields> objects(String name) throws DataException {
        List<Fields> objects = new ArrayList<>();
        for (Value value : values(name)) {
            objects.add(new Fields(file, value));
        }
        return objects;
    }

    /** An object of numbers by name, in the order written. */
    public Map<String, Double> numbers(String name) throws DataException {
        Value value = get(name);
        Map<String, Double> numbers = new java.util.LinkedHashMap<>();
        if (value != null) {
            Fields inner = new Fields(file, value);
            for (String key : inner.fields.keySet()) {
                Double number = inner.number(key);
                if (number == null) {
                    throw inner.fault("\"" + key + "\" is null");
                }
                numbers.put(key, number);
            }
        }
        return numbers;
    }

    /** A text that is one of an enum's words: its constants' names with spaces or hyphens for underscores. */
    public <E extends Enum<E>> E word(String name, Class<E> type, @Nullable E absent) throws DataException {
        String text = textOrNull(name);
        if (text == null) {
            if (absent == null) {
                throw fault("\"" + name + "\" is missing");
            }
            return absent;
        }
        for (E constant : type.getEnumConstants()) {
            if (alike(constant.name(), text)) {
                return constant;
            }
        }
        String known = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
        throw new DataException(file, lineOf(name), "\"" + name + "\" is \"" + text + "\"; it can be " + known);
    }

    /** @throws DataException naming the first field that nobody has asked for */
    public void done() throws DataException {
        for (Map.Entry<String, Value> field : fields.entrySet()) {
            if (!asked.contains(field.getKey())) {
                throw new DataException(file, field.getValue().line(), "unknown key \"" + shown(field.getKey()) + "\"");
            }
        }
    }

    public DataException fault(String what) {
        return new DataException(file, line, what);
    }

    /** A fault at one field's own line. */
    public DataException fault(String name, String what) {
        return new DataException(file, lineOf(name), what);
    }

    public int lineOf(String name) {
        Value value = fields.get(name);
        return value == null ? line : value.line();
    }

    private List<Value> values(String name) throws DataException {
        Value value = get(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof Value.Row row)) {
            throw wrong(name, value, "a list");
        }
        return row.values();
    }

    private DataException wrong(String name, Value value, String wanted) {
        return new DataException(
                file,
                value.line(),
                "\"" + name + "\" must be " + wanted + ", not "
                        + (value instanceof Value.Text ? "that text" : value.kind()));
    }

    private static boolean alike(String constant, String word) {
        if (constant.length() != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            char plain = c == ' ' || c == '-' ? '_' : Character.toUpperCase(c);
            if (plain != constant.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static String shown(String name) {
        return name.length() <= 40 ? name.replaceAll("\\p{Cntrl}", "?") : name.substring(0, 40) + "...";
    }
}
