package ensemble.gateway;

import ensemble.contract.id.OutputId;
import ensemble.contract.state.EchoHealth;
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
import ensemble.gateway.bluetooth.Radio;
import ensemble.gateway.bluetooth.Surroundings;
import ensemble.gateway.bluetooth.ToldHealth;
import ensemble.gateway.bluetooth.bluez.BluezRadio;
import ensemble.gateway.bluetooth.bluez.Sysfs;
import ensemble.gateway.config.GatewayConfig;
import ensemble.gateway.config.OutputSetting;
import ensemble.gateway.report.Wellbeing;
import ensemble.gateway.shadow.Desired;
import ensemble.gateway.shadow.DesiredInbox;
import ensemble.gateway.time.Clocks;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
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
    private final DesiredInbox inbox;
    private final AudioGraph graph;
    private final Clocks clocks;
    private Set<Finding> told = Set.of();
    private Optional<BluetoothView> newest = Optional.empty();

    /** @param wake called from any thread when something about Bluetooth has changed */
    BluetoothRoom(
            BluetoothSettings settings,
            GatewayConfig config,
            DesiredInbox inbox,
            AudioGraph graph,
            Clocks clocks,
            Runnable wake) {
        this.settings = settings;
        this.outputs = config.outputs();
        this.inbox = inbox;
        this.graph = graph;
        this.clocks = clocks;
        radio = new BluezRadio(
                Objects.requireNonNullElse(System.getenv("DBUS_SYSTEM_BUS_ADDRESS"), SYSTEM_BUS),
                new Sysfs(Path.of("/sys/class/bluetooth"))::kind,
                clocks,
                wake);
        desk = new BluetoothDesk(wake);
        keeper = new BluetoothKeeper(settings, radio, desk, RandomGenerator.getDefault(), clocks.nanos());
    }

    /** Looks once. */
    void look() {
        BluetoothView view = keeper.look(surroundings(graph.snapshot()), clocks.nanos());
        Set<Finding> now = new HashSet<>(view.findings());
        view.findings().stream().filter(Predicate.not(told::contains)).forEach(finding -> LOG.warn("{}", finding));
        view.events().forEach(event -> LOG.info("{}", event));
        told = now;
        newest = Optional.of(view);
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

    private Optional<Address> address(String speaker) {
        return inbox.newest().config().map(Desired.Arrived::value).stream()
                .flatMap(house -> house.speakers().stream())
                .filter(one -> one.id().value().equals(speaker))
                .flatMap(one -> Optional.ofNullable(settings.speakers().get(one.output())).stream())
                .map(BluetoothSettings.SpeakerSetting::address)
                .findFirst();
    }

    private Surroundings surroundings(GraphSnapshot facts) {
        return new Surroundings(
                Wanted.outputs(inbox),
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

    @Override
    public void close() {
        radio.close();
    }
}
