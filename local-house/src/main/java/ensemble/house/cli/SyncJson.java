package ensemble.house.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.sync.estimate.Reason;
import ensemble.sync.estimate.SpeakerArrival;
import ensemble.sync.estimate.Verdict;
import ensemble.sync.stereo.LevelTier;
import ensemble.sync.stereo.StereoVerdict;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Verdicts as the JSON that tools read; what is not known is null. */
final class SyncJson {
    private SyncJson() {}

    /** The JSON of {@code sync analyze}. */
    static ObjectNode of(Verdict verdict, int speakers) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        switch (verdict) {
            case Verdict.Measured measured -> {
                verdict(tree, "measured", null);
                ArrayNode list = tree.putArray("speakers");
                measured.speakers().forEach(one -> speaker(list.addObject(), one));
                tree.put("micPpm", rounded(measured.micPpm(), 10));
            }
            case Verdict.Refused refused -> {
                verdict(tree, "refused", refused.reason());
                ArrayNode about = tree.putArray("about");
                refused.speakers().forEach(about::add);
                ArrayNode list = tree.putArray("speakers");
                for (int i = 0; i < speakers; i++) {
                    list.addObject()
                            .put("index", i)
                            .putNull("offsetUs")
                            .putNull("uncertaintyUs")
                            .putNull("levelDb");
                }
                tree.putNull("micPpm");
            }
        }
        return tree;
    }

    private static void speaker(ObjectNode node, SpeakerArrival one) {
        node.put("index", one.index())
                .put("offsetUs", rounded(one.offsetMicros(), 10))
                .put("uncertaintyUs", rounded(one.uncertaintyMicros(), 10));
        putOrNull(node, "levelDb", one.levelDb(), 100);
    }

    /** The JSON of {@code sync validate}. */
    static ObjectNode of(StereoVerdict verdict) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        switch (verdict) {
            case StereoVerdict.Measured measured -> {
                verdict(tree, "measured", null);
                tree.put("offsetUs", rounded(measured.offsetMicros(), 10))
                        .put("uncertaintyUs", rounded(measured.uncertaintyMicros(), 10))
                        .put("late", measured.late().word());
                putOrNull(tree, "levelDb", measured.levelDb(), 100);
                tree.put("tier", measured.tier().word()).put("advice", measured.advice());
                tree.put(
                        "levelTier",
                        measured.levelDb().isEmpty()
                                ? null
                                : LevelTier.of(measured.levelDb().getAsDouble()).word());
                tree.put("turnDown", measured.turnDown().word());
                putOrNull(tree, "combNullHz", measured.combNullHz(), 1);
            }
            case StereoVerdict.Refused refused -> {
                verdict(tree, "refused", refused.reason());
                for (String field : new String[] {
                    "offsetUs",
                    "uncertaintyUs",
                    "late",
                    "levelDb",
                    "tier",
                    "advice",
                    "levelTier",
                    "turnDown",
                    "combNullHz"
                }) {
                    tree.putNull(field);
                }
            }
        }
        ArrayNode findings = tree.putArray("findings");
        verdict.findings().forEach(finding -> findings.add(finding.word()));
        return tree;
    }

    private static void verdict(ObjectNode tree, String word, @Nullable Reason reason) {
        tree.put("verdict", word)
                .put("reason", reason == null ? null : reason.word())
                .put("sentence", reason == null ? null : reason.sentence());
    }

    private static void putOrNull(ObjectNode node, String field, OptionalDouble value, double parts) {
        if (value.isPresent()) {
            node.put(field, rounded(value.getAsDouble(), parts));
        } else {
            node.putNull(field);
        }
    }

    private static double rounded(double value, double parts) {
        return Math.rint(value * parts) / parts + 0.0;
    }
}
