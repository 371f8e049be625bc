package ensemble.gateway.sync.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import ensemble.sync.hold.Expected;
import ensemble.sync.hold.Fingerprint;
import ensemble.sync.hold.Hearing;
import ensemble.sync.hold.Window;
import ensemble.sync.hold.WindowDecoder;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decodes each window in a process of its own (at most 256 MB) that ends. */
public final class ChildWindows implements WindowAnalysis {
    private static final int MEGABYTES = 208;

    @Override
    public List<Hearing> of(Window window, List<Fingerprint> prints, List<Optional<Expected>> expected)
            throws AnalysisFault, InterruptedException {
        JsonNode answer = Child.ask(ChildWindows.class, MEGABYTES, out -> {
            out.writeInt(prints.size());
            for (int i = 0; i < prints.size(); i++) {
                Child.write(out, prints.get(i).response());
                write(out, expected.get(i));
            }
            out.writeLong(window.position());
            Child.write(out, window.program()[0]);
            Child.write(out, window.program()[1]);
            Child.write(out, window.heard());
        });
        List<Hearing> hearings = new ArrayList<>();
        answer.forEach(one -> hearings.add(hearing(one)));
        if (hearings.size() != prints.size()) {
            throw new AnalysisFault("The window could not be analysed: " + answer);
        }
        return hearings;
    }

    /** The process itself. */
    public static void main(String[] arguments) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
        int speakers = in.readInt();
        List<Fingerprint> prints = new ArrayList<>();
        List<Optional<Expected>> expected = new ArrayList<>();
        for (int i = 0; i < speakers; i++) {
            prints.add(new Fingerprint(Child.read(in)));
            expected.add(read(in));
        }
        long position = in.readLong();
        float[][] program = {Child.read(in), Child.read(in)};
        Window window = new Window(position, program, Window.mono(program), Child.read(in), 0);
        ArrayNode out = JsonNodeFactory.instance.arrayNode();
        new WindowDecoder(prints).decode(window, expected, true).forEach(one -> json(out, one));
        System.out.println(out);
        System.out.flush();
    }

    private static void write(DataOutputStream out, Optional<Expected> expected) throws IOException {
        out.writeBoolean(expected.isPresent());
        if (expected.isPresent()) {
            out.writeDouble(expected.get().delay());
            out.writeDouble(expected.get().ratePpm());
            out.writeDouble(expected.get().reachPpm());
        }
    }

    private static Optional<Expected> read(DataInputStream in) throws IOException {
        return in.readBoolean()
                ? Optional.of(new Expected(in.readDouble(), in.readDouble(), in.readDouble()))
                : Optional.empty();
    }

    private static void json(ArrayNode out, Hearing hearing) {
        switch (hearing) {
            case Hearing.Heard heard ->
                out.addObject()
                        .put("delay", heard.delay())
                        .put("ppm", heard.ratePpm())
                        .put("sigma", heard.sigma())
                        .put("clarity", heard.clarity());
            case Hearing.Unheard unheard ->
                out.addObject().put("unheard", unheard.why().name());
        }
    }

    private static Hearing hearing(JsonNode one) {
        return one.has("unheard")
                ? new Hearing.Unheard(Hearing.Why.valueOf(one.path("unheard").asText()))
                : new Hearing.Heard(
                        one.path("delay").asDouble(),
                        one.path("ppm").asDouble(),
                        one.path("sigma").asDouble(),
                        one.path("clarity").asDouble());
    }
}
