package ensemble.house.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ensemble.contract.value.Name;
import ensemble.house.room.VirtualSpeaker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The speakers of this machine's own audio session, for {@code run --real}. Two sinks are lent to that session and taken
 * back at the end: {@code echo}, into which anything may be played, and the clock that holds all together.
 */
final class RealSpeakers {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CLOCK = "ensemble.clock";
    private static final String ECHO = "echo";
    private static final int MOST = 16;

    private RealSpeakers() {}

    /** @throws HouseException if there is no session, or no speaker in it */
    static Stage stage() throws HouseException, InterruptedException {
        List<VirtualSpeaker> speakers = speakers(pactl("-f", "json", "list", "sinks"));
        if (speakers.isEmpty()) {
            throw HouseException.cannot("this machine's audio session has no speakers; connect one first");
        }
        List<String> modules = new ArrayList<>();
        modules.add(nullSink(CLOCK, "channels=1", "channel_map=mono", "sink_properties=priority.driver=90000"));
        modules.add(nullSink(ECHO, "channels=2", "channel_map=front-left,front-right"));
        return new Stage(Optional.empty(), speakers, sessionEnvironment(), Optional.empty(), () -> unload(modules));
    }

    /** What {@code pactl -f json list sinks} tells, as speakers; sinks of ours and stand-ins for none are left out. */
    static List<VirtualSpeaker> speakers(String listed) throws HouseException {
        List<VirtualSpeaker> speakers = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode sink : parsed(listed)) {
            String node = sink.path("name").asText();
            if (Set.of(CLOCK, ECHO, "auto_null").contains(node) || speakers.size() == MOST) {
                continue;
            }
            String told = sink.path("description").asText(node);
            String id = unique(idOf(told), ids);
            String name = ids.contains("name " + told) ? told + " " + id : told;
            ids.add("name " + told);
            speakers.add(new VirtualSpeaker(id, shortened(name), node, 0, 0, 0));
        }
        return speakers;
    }

    private static String idOf(String told) {
        String plain =
                told.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String cut = plain.substring(0, Math.min(17, plain.length())).replaceAll("-+$", "");
        return cut.isEmpty() ? "speaker" : cut;
    }

    private static String unique(String id, Set<String> taken) {
        String candidate = id;
        for (int i = 2; !taken.add(candidate); i++) {
            candidate = id + "-" + i;
        }
        return candidate;
    }

    private static String shortened(String name) {
        String text = name.strip();
        while (text.getBytes(StandardCharsets.UTF_8).length > Name.MOST_BYTES) {
            text = text.substring(0, text.length() - 1).strip();
        }
        return text;
    }

    private static String nullSink(String name, String... more) throws HouseException, InterruptedException {
        List<String> arguments = new ArrayList<>(
                List.of("load-module", "module-null-sink", "sink_name=" + name, "rate=48000", "format=float32le"));
        arguments.addAll(List.of(more));
        return pactl(arguments.toArray(String[]::new)).strip();
    }

    private static void unload(List<String> modules) {
        for (String module : modules.reversed()) {
            try {
                pactl("unload-module", module);
            } catch (HouseException gone) {
                System.getLogger("ensemble.house.app").log(System.Logger.Level.DEBUG, "the sink went before us", gone);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static String pactl(String... arguments) throws HouseException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("pactl"));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw HouseException.cannot("--real plays on this machine's own audio session, and `"
                        + String.join(" ", command) + "` says: " + said.strip());
            }
            return said;
        } catch (IOException missing) {
            throw HouseException.cannot("--real needs pactl (Debian's pulseaudio-utils): " + missing.getMessage());
        }
    }

    private static JsonNode parsed(String listed) throws HouseException {
        try {
            return JSON.readTree(listed);
        } catch (IOException notJson) {
            throw HouseException.cannot("pactl's list of sinks cannot be read: " + notJson.getMessage());
        }
    }

    /** What leads the gateway to the session of whoever runs this. */
    private static Map<String, String> sessionEnvironment() {
        Map<String, String> session = new HashMap<>();
        System.getenv().forEach((variable, value) -> {
            if (variable.startsWith("XDG_")
                    || variable.startsWith("PULSE_")
                    || variable.startsWith("PIPEWIRE_")
                    || variable.equals("HOME")
                    || variable.equals("DBUS_SESSION_BUS_ADDRESS")) {
                session.put(variable, value);
            }
        });
        return session;
    }
}
