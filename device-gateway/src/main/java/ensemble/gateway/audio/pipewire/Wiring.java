package ensemble.gateway.audio.pipewire;

import ensemble.gateway.audio.ProgramInput;
import ensemble.gateway.audio.pipewire.Ports.Link;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which links must exist, given the ports that do. A pure function of settings and ports. */
final class Wiring {
    private final PipeWireSettings settings;

    Wiring(PipeWireSettings settings) {
        this.settings = settings;
    }

    /** How one sink stands. */
    record Reach(boolean present, boolean linked) {
        static final Reach NONE = new Reach(false, false);
    }

    /** Links that are missing though both their ends are there. */
    List<Link> missing(Ports ports) {
        List<Link> wanted = new ArrayList<>();
        programLinks(ports).forEach(wanted::add);
        ports.input(settings.clock(), "MONO").ifPresent(ground -> {
            wanted.add(new Link(playing(0), ground));
            program(ports)
                    .flatMap(node -> ports.output(node, "FL"))
                    .ifPresent(from -> wanted.add(new Link(from, ground)));
        });
        for (int output = 0; output < settings.sinks().size(); output++) {
            wanted.addAll(sinkLinks(ports, output));
        }
        return wanted.stream()
                .filter(link -> ports.possible(link) && !ports.has(link))
                .distinct()
                .toList();
    }

    /** Links to our streams' ports that somebody else made, and that would put sound where it does not belong. */
    List<Link> foreign(Ports ports) {
        Set<Link> ours = Set.copyOf(everything(ports));
        return ports.links().stream()
                .filter(link -> link.from().startsWith(settings.name() + ":output_")
                        || link.to().startsWith(settings.recorder() + ":input_"))
                .filter(link ->
                        settings.sinks().stream().anyMatch(sink -> link.to().startsWith(node(ports, sink) + ":"))
                                || link.to().startsWith(settings.recorder() + ":"))
                .filter(link -> !ours.contains(link))
                .toList();
    }

    private List<Link> everything(Ports ports) {
        List<Link> all = new ArrayList<>(programLinks(ports));
        for (int output = 0; output < settings.sinks().size(); output++) {
            all.addAll(sinkLinks(ports, output));
        }
        return all;
    }

    Map<String, Reach> reach(Ports ports) {
        Map<String, Reach> reach = new LinkedHashMap<>();
        for (int output = 0; output < settings.sinks().size(); output++) {
            List<Link> links = sinkLinks(ports, output);
            boolean linked = !links.isEmpty() && links.stream().allMatch(ports::has);
            reach.put(settings.sinks().get(output), new Reach(!links.isEmpty(), linked));
        }
        return reach;
    }

    /** The node that feeds us: the first of the owner's inputs that is there. */
    Optional<String> program(Ports ports) {
        Set<String> there = ports.sources();
        return settings.programs().stream()
                .flatMap(input -> there.stream().filter(input::is))
                .findFirst();
    }

    boolean programLinked(Ports ports) {
        List<Link> links = programLinks(ports);
        return !links.isEmpty() && links.stream().allMatch(ports::has);
    }

    private List<Link> programLinks(Ports ports) {
        List<Link> links = new ArrayList<>();
        Optional<String> node = program(ports);
        for (String channel : List.of("FL", "FR")) {
            node.flatMap(source -> ports.output(source, channel))
                    .ifPresent(from -> links.add(new Link(from, settings.recorder() + ":input_" + channel)));
        }
        return links;
    }

    private List<Link> sinkLinks(Ports ports, int output) {
        String sink = node(ports, settings.sinks().get(output));
        Optional<String> left = ports.input(sink, "FL");
        Optional<String> right = ports.input(sink, "FR");
        List<Link> links = new ArrayList<>();
        left.ifPresent(to -> links.add(new Link(playing(2 * output), to)));
        // A sink with one port gets the left channel alone: both would sum to twice the level.
        right.filter(to -> !to.equals(left.orElse("")))
                .ifPresent(to -> links.add(new Link(playing(2 * output + 1), to)));
        return links;
    }

    /** What a configured sink is called now. */
    private String node(Ports ports, String sink) {
        ProgramInput named = ProgramInput.of(settings.naming().apply(sink));
        return named.node().contains("*")
                ? ports.targets().stream().filter(named::is).findFirst().orElse(named.node())
                : named.node();
    }

    private String playing(int channel) {
        return settings.name() + ":output_AUX" + channel;
    }
}
