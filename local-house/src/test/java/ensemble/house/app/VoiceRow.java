package ensemble.house.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One row of a file of utterances: what is said, and what must come of it.
 *
 * @param number the line of the file, from 1
 * @param how u = an utterance, i = an intent, l = launch, x = end of session
 * @param session open, closed, or ? for either
 * @param heard letters of the speakers that sound afterwards; - for none, ? for whatever
 */
record VoiceRow(
        int number, boolean goesOn, String how, String said, String slots, Pattern says, String session, String heard) {
    private static final Pattern BAR = Pattern.compile("(?<=\\s)\\|(?=\\s)");

    static List<VoiceRow> read(Path file) throws IOException {
        List<VoiceRow> rows = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                rows.add(of(number, BAR.split(line, -1)));
            }
        }
        return rows;
    }

    private static VoiceRow of(int number, String[] columns) {
        if (columns.length != 6) {
            throw new IllegalArgumentException("line " + number + " has " + columns.length + " columns, not 6");
        }
        String how = columns[0].strip();
        return new VoiceRow(
                number,
                how.startsWith("+"),
                how.substring(how.length() - 1),
                columns[1].strip(),
                columns[2].strip(),
                Pattern.compile(columns[3].strip()),
                columns[4].strip(),
                columns[5].strip());
    }

    /** Whether virtual-alexa could not have matched it by a sample of the model. */
    boolean isOffModel() {
        return how.equals("i");
    }

    /** As the driver takes it. */
    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("number", number)
                .put("goesOn", goesOn)
                .put("how", how)
                .put("said", said)
                .put("heard", heard);
        ObjectNode values = json.putObject("slots");
        for (String slot : slots.split(";", -1)) {
            int equals = slot.indexOf('=');
            if (equals > 0) {
                values.put(slot.substring(0, equals), slot.substring(equals + 1));
            }
        }
        return json;
    }
}
