package ensemble.house.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.house.room.VirtualSpeaker;
import ensemble.house.room.pipewire.PipeWireWire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writes the gateway's configuration, as an owner would. */
final class GatewayFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private GatewayFile() {}

    /**
     * @param room whether there is a virtual room, whose microphone the box then has
     * @param cable the room's socket where there is no audio server
     * @return the file
     */
    static Path write(
            RunSettings settings, String hub, List<VirtualSpeaker> speakers, Optional<Path> cable, boolean room)
            throws IOException {
        Path folder = Files.createDirectories(settings.data().resolve("gateway"));
        Path certs = settings.data().resolve("certs");
        ObjectNode json = JSON.createObjectNode().put("hub", hub).put("state", "state");
        json.putObject("mqtt")
                .put("host", "127.0.0.1")
                .put("port", settings.mqttPort())
                .put("ca", certs.resolve("ca.pem").toString())
                .put("certificate", certs.resolve("hub.pem").toString())
                .put("key", certs.resolve("hub.key").toString());
        ObjectNode page = json.putObject("page")
                .put("host", settings.lan() ? "0.0.0.0" : "127.0.0.1")
                .put("port", settings.pagePort());
        settings.securePort().ifPresent(port -> page.put("securePort", port));
        ObjectNode graph = json.putObject("graph").put("program", "echo");
        cable.ifPresentOrElse(
                socket -> graph.put("kind", "CABLE").put("cable", socket.toString()),
                () -> graph.put("kind", "PIPEWIRE"));
        if (room) {
            json.put("microphone", "room-mic");
        }
        if (room && cable.isEmpty()) {
            json.put("microphoneDelayMillis", PipeWireWire.MIC_DELAY_MILLIS);
        }
        ObjectNode outputs = json.putObject("outputs");
        speakers.forEach(speaker -> outputs.putObject(speaker.id()).put("node", speaker.node()));
        Path file = folder.resolve("gateway.json");
        Files.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
        return file;
    }
}
