package ensemble.catalogue.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.catalogue.advise.Ranked;
import java.util.List;

/** The JSON of {@code catalogue advise}: the agreed keys first, further ones after them. */
public final class RankedJson {
    private RankedJson() {}

    public static ObjectNode of(List<Ranked> ranked) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode methods = json.putArray("methods");
        for (Ranked one : ranked) {
            ObjectNode method = methods.addObject();
            method.put("method", one.method().id());
            method.put("rank", one.rank());
            method.put("why", one.why());
            method.put("offsetMs", one.offsetMs());
            method.put("cost", one.costUsd());
            one.steps().forEach(method.putArray("steps")::add);
            method.put("name", one.method().name());
            method.put("tier", one.tier());
            one.plays().forEach(method.putArray("plays")::add);
            ArrayNode chain = method.putArray("chain");
            one.chain().forEach(reason -> chain.addObject()
                    .put("for", reason.holds())
                    .put("says", reason.says())
                    .put("source", reason.source()));
        }
        return json;
    }
}
