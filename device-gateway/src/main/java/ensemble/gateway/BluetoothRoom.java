package ensemble.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.id.OutputId;
import ensemble.contract.state.EchoHealth;
import ensemble.contract.state.HouseConfig;
import ensemble.gateway.act.Doer;
import ensemble.gateway.audio.AudioGraph;
import ensemble.gateway.audio.GraphSnapshot;
import ensemble.gateway.audio.GraphState;
import ensemble.gateway.audio.SinkSnapshot;
import ensemble.gateway.bluetooth.Address;
import ensemble.gateway.bluetooth.BluetoothDesk;
import ensemble.gateway.bluetooth.BluetoothKeeper;
import ensemble.gateway.bluetooth.BluetoothSettings;
import ensemble.gateway.bluetooth.BluetoothView;
import ensemble.gateway.bluetooth.Finding;
import ensemble.gateway.bluetooth.PersonRequest;
import ensemble.gateway.bluetooth.Radio;
import ensemble.gateway.bluetooth.Surroundings;
import ensemble.gateway.bluetooth.ToldHealth;
import ensemble.gateway.bluetooth.bluez.BluezRadio;
import ensemble.gateway.bluetooth.bluez.Sysfs;
import ensemble.gateway.config.GatewayConfig;
import ensemble.gateway.config.OutputSetting;
import ensemble.gateway.report.Wellbeing;
import ensemble.gateway.time.Clocks;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connects Bluetooth with the rest of the box, where the owner has configured it: what is wished and what the graph shows go
 * in, and what is newly wrong is logged. The loop's own thread.
 */
final class BluetoothRoom implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BluetoothRoom.class);
    private static final String SYSTEM_BUS = "unix:path=/run/dbus/system_bus_socket";

    private final BluetoothSettings settings;
    private final Radio radio;
    private final BluetoothDesk desk;
    private final BluetoothKeeper keeper;
    private final SortedMap<OutputId, OutputSetting> outputs;
    private final Supplier<HouseConfig> house;
    private final AudioGraph graph;
    private final Clocks clocks;
    private Set<Finding> told = Set.of();
    private Optional<BluetoothView> newest = Optional.empty();

    /**
     * On this box's own D-Bus, or the one that {@code DBUS_SYSTEM_BUS_ADDRESS} names.
     *
     * @param house the house as the box knows it, also while the cloud is away
     * @param wake called from any thread when something about Bluetooth has changed
     */
    static BluetoothRoom open(
            BluetoothSettings settings,
            GatewayConfig config,
            Supplier<HouseConfig> house,
            AudioGraph graph,
            Clocks clocks,
            Runnable wake) {
        Radio radio = new BluezRadio(
                Objects.requireNonNullElse(System.getenv("DBUS_SYSTEM_BUS_ADDRESS"), SYSTEM_BUS),
                new Sysfs(Path.of("/sys/class/bluetooth"))::kind,
                clocks,
                wake);
        return new BluetoothRoom(settings, config.outputs(), house, graph, clocks, wake, radio);
    }

    /** @param radio closed with the room */
    BluetoothRoom(
            BluetoothSettings settings,
            SortedMap<OutputId, OutputSetting> outputs,
            Supplier<HouseConfig> house,
            AudioGraph graph,
            Clocks clocks,
            Runnable wake,
            Radio radio) {
        this.settings = settings;
        this.outputs = outputs;
        this.house = house;
        this.graph = graph;
        this.clocks = clocks;
        this.radio = radio;
        desk = new BluetoothDesk(wake);
        keeper = new BluetoothKeeper(settings, radio, desk, RandomGenerator.getDefault(), clocks.nanos());
    }

    /**
     * Looks once.
     *
     * @param wanted the outputs that are needed
     */
    void look(Set<OutputId> wanted) {
        BluetoothView view = keeper.look(surroundings(wanted, graph.snapshot()), clocks.nanos());
        Set<Finding> now = new HashSet<>(view.findings());
        view.findings().stream().filter(Predicate.not(told::contains)).forEach(finding -> LOG.warn("{}", finding));
        view.events().forEach(event -> LOG.info("{}", event));
        told = now;
        newest = Optional.of(view);
    }

    /** How it stands, for the page; empty before the first look. */
    Optional<ObjectNode> page() {
        long now = clocks.nanos();
        return newest.map(view ->
                BluetoothPage.of(view, moment(keeper.searchUntil(now), now), moment(keeper.windowUntil(now), now)));
    }

    /** To the second, so that the same end is the same word at every look. */
    private Optional<Instant> moment(OptionalLong untilNanos, long nowNanos) {
        return untilNanos.isPresent()
                ? Optional.of(clocks.now()
                        .plusNanos(untilNanos.getAsLong() - nowNanos + 500_000_000L)
                        .truncatedTo(ChronoUnit.SECONDS))
                : Optional.empty();
    }

    /** Hands over what a person asks; false when too much is waiting. From any thread. */
    boolean ask(PersonRequest request) {
        return desk.ask(request);
    }

    /** What wishes may ask of Bluetooth. */
    Doer acts() {
        return new BluetoothActs(
                desk::ask,
                this::address,
                () -> wellbeing().echo().filter(EchoHealth::controllable).isPresent());
    }

    /** What the links know of the Echo and of each output. */
    Wellbeing wellbeing() {
        return newest.map(view -> new Wellbeing(ToldHealth.echo(view), ToldHealth.speakers(view)))
                .orElse(Wellbeing.UNKNOWN);
    }

    /** The device of a speaker, by the speaker's id. From any thread. */
    Optional<Address> address(String speaker) {
        return house.get().speakers().stream()
                .filter(one -> one.id().value().equals(speaker))
                .flatMap(one -> Optional.ofNullable(settings.speakers().get(one.output())).stream())
                .map(BluetoothSettings.SpeakerSetting::address)
                .findFirst();
    }

    private Surroundings surroundings(Set<OutputId> wanted, GraphSnapshot facts) {
        return new Surroundings(
                wanted,
                outputsOf(facts, SinkSnapshot::sounding),
                outputsOf(facts, SinkSnapshot::present),
                facts.state() instanceof GraphState.Running,
                facts.xruns(),
                facts.state() instanceof GraphState.Running && facts.program().isPresent()
                        ? Optional.of(facts.programSounding())
                        : Optional.empty());
    }

    private Set<OutputId> outputsOf(GraphSnapshot facts, Predicate<SinkSnapshot> which) {
        List<String> nodes =
                facts.sinks().stream().filter(which).map(SinkSnapshot::node).toList();
        return outputs.entrySet().stream()
                .filter(output -> nodes.contains(output.getValue().node()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** What speakers say of their latency, milliseconds. */
    Map<OutputId, Double> toldMillis() {
        Map<OutputId, Double> told = new TreeMap<>();
        newest.ifPresent(view -> view.speakers().forEach((output, health) -> health.delayTenthsMillis()
                .ifPresent(tenths -> told.put(output, tenths / 10.0))));
        return told;
    }

    /** Over which codec each speaker is linked, as far as that is known. */
    Map<OutputId, String> codecs() {
        Map<OutputId, String> codecs = new TreeMap<>();
        newest.ifPresent(view -> view.speakers()
                .forEach((output, health) -> health.codec().ifPresent(codec -> codecs.put(output, codec.name()))));
        return codecs;
    }

    @Override
    public void close() {
        radio.close();
    }
}
