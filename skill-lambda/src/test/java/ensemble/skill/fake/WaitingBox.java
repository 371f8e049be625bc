package ensemble.skill.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.id.OutputId;
import ensemble.contract.shadow.LinkCodec;
import ensemble.contract.state.LinkAsk;
import ensemble.contract.state.LinkReport;
import ensemble.contract.state.LinkState;
import ensemble.contract.value.LinkCode;
import ensemble.contract.value.LinkKey;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A box that nobody owns, as the status Lambda hears it; it answers only a question that was really put to it. */
public final class WaitingBox {
    public final LinkCode code = new LinkCode("48217733");
    public final LinkKey key = LinkKey.of(code);
    public List<OutputId> outputs = List.of(new OutputId("deck"), new OutputId("kitchen-shelf"));

    private final TestHouse test;
    private JsonNode before = MissingNode.getInstance();
    private int version;

    public WaitingBox(TestHouse test) {
        this.test = test;
    }

    public JsonNode opens() throws IOException {
        return says(new LinkReport(LinkState.OPEN, Optional.of(key), Optional.empty(), List.of()));
    }

    public JsonNode confirms() throws IOException {
        return says(answer(LinkState.CONFIRMED, outputs));
    }

    public JsonNode ends(LinkState how) throws IOException {
        return says(how == LinkState.CLOSED ? LinkReport.CLOSED : answer(how, List.of()));
    }

    /** The event of what it would say now, which it has not said. */
    public JsonNode event(LinkReport report) {
        JsonNode after = LinkCodec.reported(report);
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("thing", Houses.HUB.value())
                .put("shadowName", "link")
                .put("timestamp", test.time.instant().getEpochSecond());
        event.putObject("previous").putObject("state").set("reported", before);
        ObjectNode current = event.putObject("current").put("version", ++version);
        current.putObject("state").set("reported", after);
        before = after;
        return event;
    }

    /** What it would say with a yes. */
    public LinkReport yes() {
        return answer(LinkState.CONFIRMED, outputs);
    }

    private JsonNode says(LinkReport report) throws IOException {
        JsonNode event = event(report);
        test.reports.take(event);
        return event;
    }

    private LinkReport answer(LinkState how, List<OutputId> told) {
        LinkAsk ask = test.shadows.asks.getLast();
        if (!ask.key().equals(key)) {
            throw new AssertionError("the box was asked about a code that it does not show");
        }
        return new LinkReport(how, Optional.of(key), Optional.of(ask.claim()), told);
    }
}
