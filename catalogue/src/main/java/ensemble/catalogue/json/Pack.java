package ensemble.catalogue.json;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Several JSON files as one block of bytes: every text once, then the values in the order written. Made by the build
 * from files that were read strictly, so that reading it back needs no parser and loads few classes.
 */
public final class Pack {
    /** Another number whenever the form changes: an old block must not be half understood. */
    private static final int FORM = 0x434154_01;

    private static final int TABLE = 0;
    private static final int ROW = 1;
    private static final int TEXT = 2;
    private static final int NUM = 3;
    private static final int TRUE = 4;
    private static final int FALSE = 5;
    private static final int NOTHING = 6;

    private final String texts;
    private final int[] ends;
    private final DataInputStream in;

    private Pack(String texts, int[] ends, DataInputStream in) {
        this.texts = texts;
        this.ends = ends;
        this.in = in;
    }

    /** @param files values by file name, in the order they are to be read back */
    public static void write(Map<String, Value> files, OutputStream to) throws IOException {
        Map<String, Integer> texts = new LinkedHashMap<>();
        for (Map.Entry<String, Value> file : files.entrySet()) {
            count(file.getKey(), texts);
            gather(file.getValue(), texts);
        }
        DataOutputStream out = new DataOutputStream(to);
        out.writeInt(FORM);
        out.writeInt(texts.size());
        for (String text : texts.keySet()) {
            out.writeShort(text.length());
        }
        byte[] all = String.join("", texts.keySet()).getBytes(StandardCharsets.UTF_8);
        out.writeInt(all.length);
        out.write(all);
        out.writeShort(files.size());
        for (Map.Entry<String, Value> file : files.entrySet()) {
            out.writeShort(index(file.getKey(), texts));
            put(file.getValue(), texts, out);
        }
        out.flush();
    }

    private static void gather(Value value, Map<String, Integer> texts) {
        switch (value) {
            case Value.Table table ->
                table.fields().forEach((name, inner) -> {
                    count(name, texts);
                    gather(inner, texts);
                });
            case Value.Row row -> row.values().forEach(inner -> gather(inner, texts));
            case Value.Text text -> count(text.text(), texts);
            case Value.Num num -> {}
            case Value.Flag flag -> {}
            case Value.Nothing nothing -> {}
        }
    }

    private static void count(String text, Map<String, Integer> texts) {
        if (text.length() > 0xffff || texts.size() >= 0xffff) {
            throw new IllegalArgumentException("more text than the form has room for");
        }
        texts.putIfAbsent(text, texts.size());
    }

    private static int index(String text, Map<String, Integer> texts) {
        Integer index = texts.get(text);
        if (index == null) {
            throw new IllegalStateException("not gathered: " + text);
        }
        return index;
    }

    private static void put(Value value, Map<String, Integer> texts, DataOutputStream out) throws IOException {
        switch (value) {
            case Value.Table table -> {
                head(TABLE, table.line(), out);
                out.writeShort(table.fields().size());
                for (Map.Entry<String, Value> field : table.fields().entrySet()) {
                    out.writeShort(index(field.getKey(), texts));
                    put(field.getValue(), texts, out);
                }
            }
            case Value.Row row -> {
                head(ROW, row.line(), out);
                out.writeShort(row.values().size());
                for (Value inner : row.values()) {
                    put(inner, texts, out);
                }
            }
            case Value.Text text -> {
                head(TEXT, text.line(), out);
                out.writeShort(index(text.text(), texts));
            }
            case Value.Num num -> {
                head(NUM, num.line(), out);
                out.writeDouble(num.number());
            }
            case Value.Flag flag -> head(flag.set() ? TRUE : FALSE, flag.line(), out);
            case Value.Nothing nothing -> head(NOTHING, nothing.line(), out);
        }
    }

    private static void head(int kind, int line, DataOutputStream out) throws IOException {
        out.writeByte(kind);
        out.writeShort(Math.min(line, 0xffff));
    }

    /** @throws IOException if it is not such a block */
    public static Map<String, Value> read(InputStream from) throws IOException {
        DataInputStream in = new DataInputStream(from);
        if (in.readInt() != FORM) {
            throw new IOException("not a packed catalogue of this form");
        }
        int[] ends = new int[in.readInt()];
        int end = 0;
        for (int i = 0; i < ends.length; i++) {
            end += in.readUnsignedShort();
            ends[i] = end;
        }
        byte[] texts = new byte[in.readInt()];
        in.readFully(texts);
        Pack pack = new Pack(new String(texts, StandardCharsets.UTF_8), ends, in);
        Map<String, Value> files = new LinkedHashMap<>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            files.put(pack.text(), pack.value());
        }
        return files;
    }

    private String text() throws IOException {
        int index = in.readUnsignedShort();
        return texts.substring(index == 0 ? 0 : ends[index - 1], ends[index]);
    }

    private Value value() throws IOException {
        int kind = in.readUnsignedByte();
        int line = in.readUnsignedShort();
        return switch (kind) {
            case TABLE -> {
                Map<String, Value> fields = new LinkedHashMap<>();
                for (int left = in.readUnsignedShort(); left > 0; left--) {
                    fields.put(text(), value());
                }
                yield new Value.Table(line, Collections.unmodifiableMap(fields));
            }
            case ROW -> {
                List<Value> values = new ArrayList<>();
                for (int left = in.readUnsignedShort(); left > 0; left--) {
                    values.add(value());
                }
                yield new Value.Row(line, Collections.unmodifiableList(values));
            }
            case TEXT -> new Value.Text(line, text());
            case NUM -> new Value.Num(line, in.readDouble());
            case TRUE -> new Value.Flag(line, true);
            case FALSE -> new Value.Flag(line, false);
            case NOTHING -> new Value.Nothing(line);
            default -> throw new IOException("no such kind of value: " + kind);
        };
    }
}
