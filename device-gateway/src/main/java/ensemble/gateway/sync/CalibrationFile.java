package ensemble.gateway.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.id.OutputId;
import ensemble.contract.id.SpeakerId;
import ensemble.gateway.store.StateFile;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calibrations on disk, in {@code calibrations/} of the state directory: {@code {"schema": 1, "calibrations": [{"speaker",
 * "output", "codec", "frame", "latencyUs", "uncertaintyUs", "driftPpm", "levelDb", "residualUs", "checked", "at"}]}} after the
 * line with the checksum; unknown is null. Microseconds, decibels, ISO-8601; uncertainty k = 2.
 */
final class CalibrationFile {
    private static final Logger LOG = LoggerFactory.getLogger(CalibrationFile.class);
    private static final int SCHEMA = 1;

    private final StateFile file;

    CalibrationFile(StateFile file) {
        this.file = file;
    }

    /** What was kept; empty, and told in the log, when it cannot be read. */
    CalibrationBook load() {
        try {
            return switch (file.read()) {
                case StateFile.Found.Nothing() -> CalibrationBook.EMPTY;
                case StateFile.Found.Unreadable(var aside) -> {
                    LOG.warn("The calibrations were unreadable and are now {}; line the groups up again", aside);
                    yield CalibrationBook.EMPTY;
                }
                case StateFile.Found.Document(JsonNode json, boolean older) -> read(json);
            };
        } catch (IOException | IllegalArgumentException | DateTimeException unusable) {
            LOG.warn("The calibrations could not be read: {}", unusable.getMessage());
            return CalibrationBook.EMPTY;
        }
    }

    void keep(CalibrationBook book) {
        try {
            file.write(json(book));
        } catch (IOException refused) {
            LOG.warn("The calibrations cannot be kept, going on from memory: {}", refused.toString());
        }
    }

    static ObjectNode json(CalibrationBook book) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("schema", SCHEMA);
        var list = json.putArray("calibrations");
        book.bySpeaker().values().forEach(one -> {
            ObjectNode node = list.addObject()
                    .put("speaker", one.speaker().value())
                    .put("output", one.output().value())
                    .put("codec", one.codec().orElse(null))
                    .put("frame", one.frame())
                    .put("latencyUs", one.latencyMicros())
                    .put("uncertaintyUs", one.uncertaintyMicros())
                    .put("driftPpm", one.driftPpm());
            if (one.levelDb().isPresent()) {
                node.put("levelDb", one.levelDb().getAsDouble());
            } else {
                node.putNull("levelDb");
            }
            node.put("residualUs", one.residualMicros())
                    .put("checked", one.checked())
                    .put("at", one.at().toString());
        });
        return json;
    }

    static CalibrationBook read(JsonNode json) {
        if (json.path("schema").asInt() != SCHEMA) {
            throw new IllegalArgumentException("schema " + json.path("schema") + " is not known here");
        }
        List<Calibration> all = new ArrayList<>();
        for (JsonNode one : json.path("calibrations")) {
            all.add(new Calibration(
                    new SpeakerId(one.path("speaker").asText()),
                    new OutputId(one.path("output").asText()),
                    one.hasNonNull("codec") ? Optional.of(one.path("codec").asText()) : Optional.empty(),
                    one.path("frame").asLong(),
                    one.path("latencyUs").asDouble(),
                    one.path("uncertaintyUs").asDouble(),
                    one.path("driftPpm").asDouble(),
                    one.hasNonNull("levelDb")
                            ? OptionalDouble.of(one.path("levelDb").asDouble())
                            : OptionalDouble.empty(),
                    one.path("residualUs").asDouble(),
                    one.path("checked").asBoolean(),
                    Instant.parse(one.path("at").asText())));
        }
        return CalibrationBook.EMPTY.with(all);
    }
}
