package ensemble.contract.shadow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import ensemble.contract.state.Act;
import ensemble.contract.state.Ticket;
import ensemble.contract.state.TicketEcho;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Tickets in the {@code routing} shadow: desired {@code t [[n act subject]]}, reported {@code tk [[n echo]]}; null = none. An
 * act or an echo that only a newer half knows is passed over.
 */
final class TicketCodec {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private TicketCodec() {}

    static JsonNode tickets(List<Ticket> tickets) {
        if (tickets.isEmpty()) {
            return JSON.nullNode();
        }
        ArrayNode rows = JSON.arrayNode();
        tickets.forEach(ticket ->
                rows.addArray().add(ticket.n()).add(ticket.act().wire()).add(ticket.subject()));
        return rows;
    }

    static List<Ticket> tickets(JsonNode section) throws ShadowFormatException {
        List<Ticket> tickets = new ArrayList<>();
        for (JsonNode row : section.path("t")) {
            if (knows(row.path(1).asText())) {
                tickets.add(Fields.made(
                        "t",
                        row.path(2).asText(),
                        subject -> new Ticket(
                                row.path(0).longValue(), Act.ofWire(row.path(1).asText()), subject)));
            }
        }
        return tickets;
    }

    static JsonNode echoes(SortedMap<Long, TicketEcho> echoes) {
        if (echoes.isEmpty()) {
            return JSON.nullNode();
        }
        ArrayNode rows = JSON.arrayNode();
        echoes.forEach((n, echo) -> rows.addArray().add(n).add(echo.name()));
        return rows;
    }

    static SortedMap<Long, TicketEcho> echoes(JsonNode section) {
        SortedMap<Long, TicketEcho> echoes = new TreeMap<>();
        for (JsonNode row : section.path("tk")) {
            for (TicketEcho echo : TicketEcho.values()) {
                if (echo.name().equals(row.path(1).asText())) {
                    echoes.put(row.path(0).longValue(), echo);
                }
            }
        }
        return echoes;
    }

    private static boolean knows(String wire) {
        for (Act act : Act.values()) {
            if (act.wire().equals(wire)) {
                return true;
            }
        }
        return false;
    }
}
