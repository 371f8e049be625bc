package ensemble.gateway.sync.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.sync.hold.Fingerprint;
import ensemble.sync.hold.SweepFinder;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Optional;

/** Looks for a sweep in a process of its own (at most 128 MB) that ends. */
public final class ChildSweep implements SweepAnalysis {
    private static final int MEGABYTES = 64;

    @Override
    public Optional<SweepFinder.Found> of(float[] heard, Fingerprint print) throws AnalysisFault, InterruptedException {
        JsonNode answer = Child.ask(ChildSweep.class, MEGABYTES, out -> {
            Child.write(out, print.response());
            Child.write(out, heard);
        });
        return answer.has("frame")
                ? Optional.of(new SweepFinder.Found(
                        answer.path("frame").asDouble(), answer.path("clarity").asDouble()))
                : Optional.empty();
    }

    /** The process itself. */
    public static void main(String[] arguments) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
        Fingerprint print = new Fingerprint(Child.read(in));
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        SweepFinder.find(Child.read(in), print)
                .ifPresent(found -> out.put("frame", found.frame()).put("clarity", found.clarity()));
        System.out.println(out);
        System.out.flush();
    }
}
