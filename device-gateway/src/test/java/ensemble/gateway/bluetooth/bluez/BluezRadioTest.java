package ensemble.gateway.bluetooth.bluez;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.gateway.bluetooth.AdapterKind;
import ensemble.gateway.bluetooth.Address;
import ensemble.gateway.bluetooth.Admission;
import ensemble.gateway.bluetooth.DeviceFacts;
import ensemble.gateway.bluetooth.Operation;
import ensemble.gateway.bluetooth.Outcome;
import ensemble.gateway.bluetooth.PlayerFacts;
import ensemble.gateway.bluetooth.Profile;
import ensemble.gateway.bluetooth.RadioCommand;
import ensemble.gateway.bluetooth.RadioFacts;
import ensemble.gateway.bluetooth.RadioFailure;
import ensemble.gateway.bluetooth.RadioFailure.Kind;
import ensemble.gateway.bluetooth.TransportFacts;
import ensemble.gateway.time.Clocks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.UInt16;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The adapter against a real D-Bus and a stand-in of bluetoothd. */
@SuppressWarnings("NullAway.Init") // fields are set before each test
class BluezRadioTest {
    private static final Address RADIO = new Address("00:01:02:03:04:05");
    private static final Address DECK = new Address("AA:BB:CC:00:00:01");
    private static final String DEVICE = "org.bluez.Device1";

    @TempDir
    private Path directory;

    private BluezMock mock;
    private BluezRadio radio;
    private final AtomicInteger wakes = new AtomicInteger();
    private final List<Outcome> outcomes = new ArrayList<>();
    private long operations;

    @BeforeEach
    void start() throws Exception {
        mock = new BluezMock(directory);
        mock.adapter("hci0");
        radio = new BluezRadio(mock.address(), name -> AdapterKind.BUILT_IN, Clocks.system(), wakes::incrementAndGet);
        await("the adapter is seen", facts -> facts.adapter(RADIO).isPresent());
    }

    @AfterEach
    void stop() throws Exception {
        if (radio != null) {
            radio.close();
        }
        if (mock != null) {
            mock.close();
        }
    }

    private void await(String what, Predicate<RadioFacts> so) {
        BluezMock.until(what, () -> so.test(radio.facts()));
    }

    private Optional<DeviceFacts> deck() {
        return radio.facts().device(RADIO, DECK);
    }

    private Optional<RadioFailure> run(RadioCommand command) {
        long id = ++operations;
        radio.begin(new Operation(id, RADIO, command));
        BluezMock.until(command + " ends", () -> {
            outcomes.addAll(radio.ended());
            return !outcomes.isEmpty() && outcomes.getLast().operation().id() == id;
        });
        return outcomes.getLast().failure();
    }

    @Test
    void adaptersAndDevicesAreReadAndSignalsWake() throws Exception {
        assertEquals(AdapterKind.BUILT_IN, radio.facts().adapters().getFirst().kind());
        int before = wakes.get();

        mock.speaker("hci0", DECK.text(), "Deck");

        await("the speaker is seen", facts -> deck().filter(DeviceFacts::trusted)
                .isPresent());
        assertTrue(wakes.get() > before);
        DeviceFacts deck = deck().orElseThrow();
        assertEquals("Deck", deck.name());
        assertTrue(deck.paired());
        assertFalse(deck.connected());
        assertEquals(Set.of(Profile.AUDIO_SINK), deck.profiles());
        mock.template("ConnectDevice", "ss", "hci0", DECK.text());
        await("it is connected", facts -> deck().filter(DeviceFacts::connected).isPresent());
        mock.template("DisconnectDevice", "ss", "hci0", DECK.text());
        await("it is not", facts -> deck().filter(DeviceFacts::connected).isEmpty());
    }

    @Test
    void pairingTrustingAndForgetting() throws Exception {
        mock.device("hci0", DECK.text(), "Deck");
        await("it is seen", facts -> deck().isPresent());
        assertEquals(Optional.empty(), run(new RadioCommand.Pair(DECK)));
        assertTrue(deck().orElseThrow().paired(), "whoever hears the outcome sees its effect");
        assertEquals(
                Optional.empty(), run(new RadioCommand.Pair(DECK)), "it is paired already, which is what was asked");
        assertEquals(Optional.empty(), run(new RadioCommand.Trust(DECK)));
        assertTrue(deck().orElseThrow().trusted());
        assertEquals(Optional.empty(), run(new RadioCommand.Remove(DECK)));
        assertEquals(Optional.empty(), deck());
    }

    @Test
    void searchingAndBeingSeen() {
        assertEquals(Optional.empty(), run(new RadioCommand.Discover(true)));
        assertTrue(radio.facts().adapters().getFirst().discovering());
        assertEquals(Optional.empty(), run(new RadioCommand.Discover(false)));
        assertFalse(radio.facts().adapters().getFirst().discovering());
        assertEquals(Optional.empty(), run(new RadioCommand.Visible(true)));
        assertTrue(radio.facts().adapters().getFirst().discoverable());
        assertEquals(Optional.empty(), run(new RadioCommand.Visible(false)));
        assertFalse(radio.facts().adapters().getFirst().discoverable());
        assertFalse(radio.facts().adapters().getFirst().pairable());
    }

    @ParameterizedTest
    @CsvSource({
        "org.bluez.Error.Failed,                       br-connection-page-timeout,         NOT_ANSWERING",
        "org.bluez.Error.Failed,                       Host is down,                       NOT_ANSWERING",
        "org.bluez.Error.Failed,                       br-connection-key-missing,          NOT_PAIRED",
        "org.bluez.Error.Failed,                       br-connection-aborted-by-remote,    REFUSED_BY_DEVICE",
        "org.bluez.Error.Failed,                       br-connection-refused,              REFUSED_BY_DEVICE",
        "org.bluez.Error.Failed,                       br-connection-busy,                 BUSY",
        "org.bluez.Error.Failed,                       br-connection-unknown,              OTHER",
        "org.bluez.Error.BREDR.ProfileUnavailable,     No more profiles to connect to,     NO_AUDIO_SERVER",
        "org.bluez.Error.InProgress,                   In Progress,                        BUSY",
        "org.bluez.Error.NotReady,                     br-connection-adapter-not-powered,  RADIO_OFF",
        "org.freedesktop.DBus.Error.AccessDenied,      Rejected send message,              NOT_PERMITTED"
    })
    void whyACallFailedIsAKind(String error, String message, Kind kind) throws Exception {
        String path = mock.speaker("hci0", DECK.text(), "Deck");
        await("it is seen", facts -> deck().isPresent());
        mock.fail(path, DEVICE, "Connect", "", error, message);
        RadioFailure failure = run(new RadioCommand.Connect(DECK)).orElseThrow();
        assertEquals(kind, failure.kind());
        assertTrue(failure.detail().contains(message), failure::detail);
    }

    @Test
    void whatIsNotThereIsAFailureToo() {
        assertEquals(
                Kind.UNKNOWN_DEVICE,
                run(new RadioCommand.Connect(DECK)).orElseThrow().kind());
        radio.begin(new Operation(99, new Address("EE:EE:EE:EE:EE:EE"), new RadioCommand.Power()));
        BluezMock.until("it ends", () -> {
            outcomes.addAll(radio.ended());
            return !outcomes.isEmpty() && outcomes.getLast().operation().id() == 99;
        });
        assertEquals(Kind.RADIO_OFF, outcomes.getLast().failure().orElseThrow().kind());
    }

    @Test
    void beingConnectedAlreadyIsNoFailure() throws Exception {
        String path = mock.speaker("hci0", DECK.text(), "Deck");
        await("it is seen", facts -> deck().isPresent());
        mock.fail(path, DEVICE, "Connect", "", "org.bluez.Error.AlreadyConnected", "Already Connected");
        assertEquals(Optional.empty(), run(new RadioCommand.Connect(DECK)));
    }

    @Test
    void batteryDelayCodecAndVolumeAreRead() throws Exception {
        String path = mock.speaker("hci0", DECK.text(), "Deck");
        mock.addFace(path, "org.bluez.Battery1", Map.of("Percentage", new Variant<>((byte) 77)));
        channel(path);
        await("the channel is seen", facts -> deck().flatMap(DeviceFacts::transport)
                .isPresent());
        DeviceFacts deck = deck().orElseThrow();
        assertEquals(OptionalInt.of(77), deck.batteryPercent());
        TransportFacts open = deck.transport().orElseThrow();
        assertEquals(TransportFacts.Direction.TO_SPEAKER, open.direction());
        assertEquals(TransportFacts.State.IDLE, open.state());
        assertEquals(OptionalInt.of(1870), open.delayTenthsMillis());
        assertEquals(OptionalInt.of(90), open.volume());
        mock.update(path + "/sep1/fd0", TreeReader.TRANSPORT, Map.of("State", new Variant<>("active")));
        await("it sounds", facts -> deck().flatMap(DeviceFacts::transport)
                .filter(now -> now.state() == TransportFacts.State.ACTIVE)
                .isPresent());

        assertEquals(Optional.empty(), run(new RadioCommand.SetVolume(DECK, 64)));

        assertEquals(
                OptionalInt.of(64),
                deck().orElseThrow().transport().orElseThrow().volume());
    }

    private void channel(String device) throws BusFault {
        mock.addObject(
                device + "/sep1/fd0",
                TreeReader.TRANSPORT,
                Map.of(
                        "Device", new Variant<>(new DBusPath(device)),
                        "UUID", new Variant<>(Profile.AUDIO_SOURCE.uuid()),
                        "Codec", new Variant<>((byte) 0),
                        "Configuration", new Variant<>(new byte[] {0x21, 0x15, 0x02, 0x35}),
                        "State", new Variant<>("idle"),
                        "Delay", new Variant<>(new UInt16(1870)),
                        "Volume", new Variant<>(new UInt16(90))));
    }

    @Test
    void aSourcesPlayerIsReadAndItsKeysArePressed() throws Exception {
        String path = mock.device("hci0", DECK.text(), "Echo");
        mock.addObject(
                path + "/player0",
                TreeReader.PLAYER,
                Map.of(
                        "Status", new Variant<>("playing"),
                        "Track",
                                new Variant<>(
                                        Map.of("Title", new Variant<>("Blue"), "Artist", new Variant<>("Mitchell")),
                                        "a{sv}")));
        mock.answer(path + "/player0", TreeReader.PLAYER, "Next", "", "");
        await("the player is seen", facts -> deck().flatMap(DeviceFacts::player).isPresent());
        assertEquals(
                new PlayerFacts(
                        PlayerFacts.Status.PLAYING, Optional.of("Blue"), Optional.of("Mitchell"), Optional.empty()),
                deck().orElseThrow().player().orElseThrow());
        assertEquals(Optional.empty(), run(new RadioCommand.Press(DECK, RadioCommand.Key.NEXT)));
        BluezMock.until("the key arrived", () -> {
            try {
                return mock.log().contains(" Next");
            } catch (java.io.IOException unreadable) {
                return false;
            }
        });
    }

    @Test
    void profilesAreConnectedByTheirNumber() throws Exception {
        mock.speaker("hci0", DECK.text(), "Deck");
        await("it is seen", facts -> deck().isPresent());
        assertEquals(Optional.empty(), run(new RadioCommand.ConnectProfile(DECK, Profile.AUDIO_SINK)));
        assertEquals(Optional.empty(), run(new RadioCommand.DisconnectProfile(DECK, Profile.AUDIO_SINK)));
        assertTrue(mock.log().contains("ConnectProfile \"0000110b-0000-1000-8000-00805f9b34fb\""));
    }

    @Test
    void blueZGoneAndBack() throws Exception {
        mock.stop();
        await("it is away", facts -> facts.service() instanceof RadioFacts.Service.Away);
        assertEquals(
                Kind.RADIO_OFF,
                run(new RadioCommand.Connect(DECK)).orElseThrow().kind());
        mock.start();
        mock.adapter("hci0");
        await("it is back", facts -> facts.adapter(RADIO).isPresent());
        BluezMock.until("the agent is known again", () -> {
            try {
                return mock.log().contains("RequestDefaultAgent");
            } catch (java.io.IOException unreadable) {
                return false;
            }
        });
    }

    /** F15 of the failure catalogue: after a glitch on USB the same radio is another number. */
    @Test
    void anAdapterThatReturnsUnderAnotherNumberIsTheSame() throws Exception {
        mock.template("RemoveAdapter", "s", "hci0");
        await("it is gone", facts -> facts.adapters().isEmpty());
        mock.adapter("hci1");
        mock.update("/org/bluez/hci1", TreeReader.ADAPTER, Map.of("Address", new Variant<>(RADIO.text())));
        await("it is back", facts -> facts.adapter(RADIO).isPresent());
        assertEquals("hci1", radio.facts().adapter(RADIO).orElseThrow().name());
        assertEquals(Optional.empty(), run(new RadioCommand.Discover(true)));
        assertTrue(radio.facts().adapter(RADIO).orElseThrow().discovering());
    }

    /** Asked over the bus, as bluetoothd asks. */
    @Test
    void theAgentAdmitsOnlyWhomItIsToldAndOnlyInTime() throws Exception {
        PairingAgent agent = new PairingAgent(
                device -> new Admission(Set.of(DECK), false, Long.MAX_VALUE).admits(device, System.nanoTime()));
        DBusPath deck = new DBusPath("/org/bluez/hci0/dev_AA_BB_CC_00_00_01");
        DBusPath other = new DBusPath("/org/bluez/hci0/dev_AA_BB_CC_00_00_02");
        agent.RequestConfirmation(deck, new UInt32(123456));
        agent.RequestAuthorization(deck);
        agent.AuthorizeService(deck, Profile.AUDIO_SOURCE.uuid());
        assertEquals("0000", agent.RequestPinCode(deck));
        assertThrows(PairingAgent.Rejected.class, () -> agent.RequestConfirmation(other, new UInt32(123456)));
        assertThrows(PairingAgent.Rejected.class, () -> agent.RequestAuthorization(other));
        assertThrows(PairingAgent.Rejected.class, () -> agent.AuthorizeService(other, Profile.AUDIO_SOURCE.uuid()));
        assertThrows(PairingAgent.Rejected.class, () -> agent.RequestPinCode(other));
        assertThrows(PairingAgent.Rejected.class, () -> agent.RequestAuthorization(new DBusPath("/org/bluez/hci0")));
        assertThrows(PairingAgent.Rejected.class, () -> agent.RequestPasskey(deck), "nobody can type here");
    }

    @Test
    void theAgentAnswersOnTheBus() throws Exception {
        mock.answer("/org/bluez", "org.bluez.Mock", "AskAgent", "ss", """
                import dbus as d
                agent = d.Interface(self.connection.get_object(args[0], '/ensemble/agent'), 'org.bluez.Agent1')
                agent.RequestAuthorization(d.ObjectPath(args[1]))
                """);
        String owner = ownerOfAgent();
        String deck = "/org/bluez/hci0/dev_AA_BB_CC_00_00_01";
        BusFault no = assertThrows(BusFault.class, () -> mock.template("AskAgent", "ss", owner, deck));
        assertTrue(no.failure().detail().contains("Rejected"), no.failure()::detail);
        radio.admit(new Admission(Set.of(DECK), false, Long.MAX_VALUE));
        mock.template("AskAgent", "ss", owner, deck);
        radio.admit(Admission.NOBODY);
        assertThrows(BusFault.class, () -> mock.template("AskAgent", "ss", owner, deck));
    }

    /** The connection that offers the agent: the radio's own. */
    private String ownerOfAgent() {
        return radio.busName().orElseThrow();
    }

    @Test
    void withoutABusItIsAwayAndClosesQuietly() {
        try (BluezRadio nowhere = new BluezRadio(
                "unix:path=" + directory.resolve("none"), name -> AdapterKind.UNKNOWN, Clocks.system(), () -> {})) {
            BluezMock.until("it is away", () -> nowhere.facts().service() instanceof RadioFacts.Service.Away);
            nowhere.begin(new Operation(1, RADIO, new RadioCommand.Power()));
            BluezMock.until("it ends", () -> nowhere.ended().stream().anyMatch(outcome -> outcome.failure()
                    .filter(why -> why.kind() == Kind.SERVICE_AWAY)
                    .isPresent()));
        }
    }
}
