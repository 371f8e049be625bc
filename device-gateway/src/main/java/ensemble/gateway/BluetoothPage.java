package ensemble.gateway;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.gateway.bluetooth.BluetoothView;
import ensemble.gateway.bluetooth.Codec;
import ensemble.gateway.bluetooth.SpeakerHealth;
import java.time.Instant;
import java.util.Optional;

/** Bluetooth as the box's page shows it. Addresses stay out of it: everybody on the network may look. Pure. */
final class BluetoothPage {
    private BluetoothPage() {}

    /**
     * @param searchUntil when the search for speakers ends; empty = none
     * @param windowUntil when the Echo can no longer pair; empty = it cannot now
     */
    static ObjectNode of(BluetoothView view, Optional<Instant> searchUntil, Optional<Instant> windowUntil) {
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        page.put("searchUntil", searchUntil.map(Instant::toString).orElse(null));
        page.put("pairingUntil", windowUntil.map(Instant::toString).orElse(null));
        ArrayNode speakers = page.putArray("speakers");
        view.speakers().values().forEach(health -> speakers.add(speaker(health)));
        view.echo()
                .ifPresent(
                        echo -> page.putObject("echo").put("name", echo.name()).put("connected", echo.connected()));
        ArrayNode findings = page.putArray("findings");
        view.findings().forEach(finding -> findings.add(finding.toString()));
        return page;
    }

    private static ObjectNode speaker(SpeakerHealth health) {
        ObjectNode one = JsonNodeFactory.instance
                .objectNode()
                .put("output", health.output().value())
                .put("state", health.state().wire())
                .put("batteryLow", health.batteryLow());
        one.put(
                "battery",
                health.batteryPercent().isPresent()
                        ? (Integer) health.batteryPercent().getAsInt()
                        : null);
        one.put("codec", health.codec().map(Codec::spoken).orElse(null));
        return one;
    }
}
