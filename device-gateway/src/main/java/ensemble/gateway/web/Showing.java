package ensemble.gateway.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * What everybody may see: {@code /api/status}, each change of it as a server-sent event on {@code /api/live}, the newest
 * calibration and how holding goes.
 */
final class Showing {
    private static final int MOST_LIVE_READERS = 16;
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final Reported reported;
    private final Semaphore liveReaders = new Semaphore(MOST_LIVE_READERS);

    Showing(Reported reported) {
        this.reported = reported;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/status", request -> Answer.json(200, reported.document())),
                Route.get("/api/live", request -> new Answer.Going("text/event-stream", this::live)),
                Route.get("/calibration.json", request -> Answer.json(200, calibration())),
                Route.get("/hold.json", request -> Answer.json(200, hold())));
    }

    private ObjectNode calibration() {
        return reported.calibration()
                .orElseGet(() -> JsonNodeFactory.instance.objectNode().put("running", false));
    }

    private ObjectNode hold() {
        return reported.hold()
                .orElseGet(() -> JsonNodeFactory.instance.objectNode().put("on", false));
    }

    private void live(OutputStream out) throws IOException, InterruptedException {
        if (!liveReaders.tryAcquire()) {
            // A reader that is sent away calls again by itself, after as long as it is told.
            say(out, "retry: 30000\nevent: full\ndata: too many are watching; try again later\n\n");
            return;
        }
        try {
            while (!Thread.currentThread().isInterrupted()) {
                ObjectNode now = reported.document();
                say(out, "data: " + now + "\n\n");
                reported.awaitNewerThan(now.path("version").asLong(), HEARTBEAT);
            }
        } finally {
            liveReaders.release();
        }
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
