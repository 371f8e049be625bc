package ensemble.house.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One row of the file of what is said to the simulated Alexa, and what must come of it.
 *
 * @param number the line of the file, from 1
 * @param pause milliseconds to wait before it
 * @param goesOn whether it goes on in the conversation of the row before
 * @param promised whether the way it takes is documented
 * @param request - for none
 * @param heard letters of the speakers that sound afterwards; - for none, ? for whatever
 */
record SaidRow(
        int number,
        int pause,
        String locale,
        boolean goesOn,
        String said,
        String route,
        boolean promised,
        String request,
        String outcome,
        Pattern says,
        String heard) {
    private static final Pattern BAR = Pattern.compile("\\s+\\|\\s+");

    static List<SaidRow> read(Path file) throws IOException {
        List<SaidRow> rows = new ArrayList<>();
        String locale = "";
        int number = 0;
        int pause = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (line.startsWith("@")) {
                locale = line.substring(1).strip();
            } else if (line.startsWith("~")) {
                pause = Integer.parseInt(line.substring(1).strip());
            } else if (!line.isBlank() && !line.startsWith("#")) {
                rows.add(of(number, pause, locale, BAR.split(line.strip(), -1)));
                pause = 0;
            }
        }
        return rows;
    }

    private static SaidRow of(int number, int pause, String locale, String[] columns) {
        if (columns.length != 6) {
            throw new IllegalArgumentException("line " + number + " has " + columns.length + " columns, not 6");
        }
        boolean goesOn = columns[0].startsWith("+");
        boolean promised = !columns[1].endsWith("?");
        return new SaidRow(
                number,
                pause,
                locale,
                goesOn,
                goesOn ? columns[0].substring(1).strip() : columns[0],
                promised ? columns[1] : columns[1].substring(0, columns[1].length() - 1),
                promised,
                columns[2],
                columns[3],
                Pattern.compile(columns[4]),
                columns[5].strip());
    }
}
