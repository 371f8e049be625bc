package ensemble.gateway.audio.pipewire;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The graph's ports and links, as {@code pw-link --monitor} tells them line by line. Belongs to one thread. */
final class Ports {
    private static final Pattern LINE = Pattern.compile("([=+-])\\s+(\\d+)\\s+(.+?)(?: -> (.+))?");

    private static final Pattern OUT = Pattern.compile("(.+):(?:monitor|capture|output)_[^:]*");

    private static final Pattern IN = Pattern.compile("(.+):playback_[^:]*");

    private final Map<Long, String> ports = new LinkedHashMap<>();
    private final Map<Long, Link> links = new LinkedHashMap<>();

    /** From one port to another, by their full names. */
    record Link(String from, String to) {}

    /** Takes one line; false if it is none of the monitor's (a warning, for example). */
    boolean read(String line) {
        Matcher said = LINE.matcher(line);
        if (!said.matches()) {
            return false;
        }
        Long id = Long.valueOf(said.group(2));
        if (said.group(1).equals("-")) {
            ports.remove(id);
            links.remove(id);
        } else if (said.group(4) == null) {
            ports.put(id, said.group(3));
        } else {
            links.put(id, new Link(said.group(3), said.group(4)));
        }
        return true;
    }

    boolean has(Link link) {
        return links.containsValue(link);
    }

    /** Both ends are there. */
    boolean possible(Link link) {
        return ports.containsValue(link.from()) && ports.containsValue(link.to());
    }

    Collection<Link> links() {
        return List.copyOf(links.values());
    }

    /** The nodes that sound comes out of. */
    Set<String> sources() {
        return nodes(OUT);
    }

    /** The nodes that sound goes into. */
    Set<String> targets() {
        return nodes(IN);
    }

    private Set<String> nodes(Pattern kind) {
        Set<String> nodes = new LinkedHashSet<>();
        for (String port : ports.values()) {
            Matcher is = kind.matcher(port);
            if (is.matches()) {
                nodes.add(is.group(1));
            }
        }
        return nodes;
    }

    /** The port of a node that sound goes into: by its channel, else the node's only one. */
    Optional<String> input(String node, String channel) {
        return find(node, "playback_", channel);
    }

    /** The port of a node that sound comes out of: a sink's monitor, or a source's own. */
    Optional<String> output(String node, String channel) {
        return find(node, "monitor_", channel)
                .or(() -> find(node, "capture_", channel))
                .or(() -> find(node, "output_", channel));
    }

    private Optional<String> find(String node, String kind, String channel) {
        String prefix = node + ":" + kind;
        List<String> candidates =
                ports.values().stream().filter(port -> port.startsWith(prefix)).toList();
        return candidates.stream()
                .filter(port -> port.equals(prefix + channel))
                .findFirst()
                .or(() -> candidates.size() == 1 ? candidates.stream().findFirst() : Optional.empty());
    }
}
