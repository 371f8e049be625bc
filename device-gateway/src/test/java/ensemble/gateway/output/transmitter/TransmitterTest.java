package ensemble.gateway.output.transmitter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.gateway.output.CardIdentity;
import ensemble.gateway.output.FakeLauncher;
import ensemble.gateway.output.OutputKind;
import ensemble.gateway.output.OutputKind.Feed;
import ensemble.gateway.output.OutputView;
import ensemble.gateway.output.OutputView.State;
import ensemble.gateway.output.PowerSwitch;
import ensemble.gateway.output.VirtualBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A transmitter's three ways to be silent, and its switch. */
@SuppressWarnings("NullAway.Init") // fields are set before each test
final class TransmitterTest {
    private static final CardIdentity CARD = new CardIdentity.Usb("0a12:1010");
    private static final PowerSwitch POWER = PowerSwitch.uhubctl("1-1", 2, 1);

    @TempDir
    private Path root;

    private final FakeLauncher launcher = new FakeLauncher();
    private boolean sink = true;
    private VirtualBench bench;

    @BeforeEach
    void pluggedIn() throws IOException {
        file("proc/asound/card0/id", "Headphones\n");
        file("proc/asound/card1/id", "Audikast\n");
        file("proc/asound/card1/usbid", "0a12:1010\n");
        status("closed\n");
        OutputKind.Transmitter kind =
                new OutputKind.Transmitter(Feed.USB, 2, Optional.of(CARD), 50, Optional.of(POWER));
        bench = new VirtualBench(
                new TransmitterOutput(kind, OptionalDouble.empty(), new Cards(root), launcher),
                launcher,
                VirtualBench.World.behind(() -> sink, now -> {}));
    }

    private void file(String path, String text) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), text);
    }

    private void status(String text) throws IOException {
        file("proc/asound/card1/pcm0p/sub0/status", text);
    }

    private static String said(OutputView view) {
        return view.state().wire() + ": "
                + view.remark().map(OutputView.Remark::sentence).orElse("");
    }

    @Test
    void notThereAndThereWithoutASinkAndTakingNothingAreToldApart() throws IOException {
        launcher.brief("uhubctl", 0);
        assertEquals("there: ", said(bench.look()));

        sink = false;
        assertEquals(
                "no-audio-taken: The transmitter is there, but the audio server has no sink for it",
                said(bench.look()));

        assertTrue(root.resolve("proc/asound/card1/usbid").toFile().delete());
        assertEquals("away: The transmitter is not plugged in", said(bench.look()));

        pluggedIn();
        sink = true;
        bench.tone(true);
        assertEquals("there: ", said(bench.pass(3)));
        assertEquals("no-audio-taken: The transmitter is there and takes no audio", said(bench.pass(3)));
        status("state: RUNNING\nhw_ptr: 1024\n");
        assertEquals("there: ", said(bench.look()));
    }

    @Test
    void whatSomebodyWaitsForIsSwitchedOffAndOnButNotAllNight() {
        launcher.brief("uhubctl", 0);
        sink = false;
        bench.pass(19);
        assertEquals(List.of(), launcher.started);
        bench.pass(4);
        assertEquals(List.of(POWER.off(), POWER.on()), launcher.started);
        bench.pass(1800);
        assertEquals(2 * TransmitterOutput.MOST_CYCLES, launcher.started.size());
    }

    @Test
    void whatNobodyWantsIsLeftInPeace() {
        sink = false;
        bench.unwanted().pass(3600);
        assertEquals(List.of(), launcher.started);
    }

    @Test
    void aSwitchThatFailsOrHangsIsNamed() {
        launcher.brief("uhubctl", 1);
        sink = false;
        assertEquals(
                "no-audio-taken: The power switch's command uhubctl ended with 1: No such port", said(bench.pass(25)));

        FakeLauncher hanging = new FakeLauncher();
        PowerKeeper keeper = new PowerKeeper(hanging, POWER);
        keeper.turn(true, 0);
        keeper.look(0);
        keeper.look(PowerKeeper.LONGEST_NANOS);
        assertEquals(
                "The power switch's command uhubctl did not end within ten seconds",
                keeper.fault().orElseThrow());
        assertEquals(0, hanging.running());
    }

    @Test
    void whatTheEchoFeedsIsSwitchedByTheWishAndItsSyncIsSaidToBeUnknown() {
        launcher.brief("uhubctl", 0);
        VirtualBench fed = new VirtualBench(
                new EchoFedOutput(new OutputKind.EchoFed(2, POWER), launcher),
                launcher,
                VirtualBench.World.behind(() -> false, now -> {}));
        fed.unwanted().pass(10);
        assertEquals(List.of(), launcher.started, "a box that starts leaves the switch alone");
        OutputView on = fed.wanted().pass(1);
        assertEquals(State.THERE, on.state());
        assertTrue(on.latency().isEmpty());
        assertTrue(said(on).contains("cannot say whether it is in sync"), said(on));
        fed.unwanted().pass(1);
        assertEquals(List.of(POWER.on(), POWER.off()), launcher.started);
    }

    /** The names as a USB card's directory below /sys has them; spelt as udev's 78-sound-card.rules make ID_ID of them. */
    @Test
    void aCardIsFoundByWhatItTells() throws IOException {
        file("sys/devices/usb1/1-1/manufacturer", "Avantree\n");
        file("sys/devices/usb1/1-1/product", "Audikast  Plus (TX)\n");
        file("sys/devices/usb1/1-1/1-1:1.0/uevent", "");
        file("sys/class/sound/card1/uevent", "");
        Files.createSymbolicLink(
                root.resolve("sys/class/sound/card1/device"), root.resolve("sys/devices/usb1/1-1/1-1:1.0"));
        Cards cards = new Cards(root);

        assertEquals(Optional.of("alsa_output.usb-Avantree_Audikast_Plus__TX_*"), cards.nodePattern(CARD));
        assertEquals(
                Optional.of("alsa_output.usb-Avantree_Audikast_Plus__TX_*"),
                cards.nodePattern(new CardIdentity.Named("Audikast")));
        assertEquals(Optional.empty(), cards.nodePattern(new CardIdentity.Usb("ffff:0001")));
    }

    @Test
    void switchesAreArgumentsAndNothingElse() {
        assertEquals(
                List.of("uhubctl", "-l", "1-1.4", "-p", "2", "-a", "off"),
                PowerSwitch.uhubctl("1-1.4", 2, 5).off());
        assertEquals(
                List.of("gpioset", "gpiochip0", "17=0"),
                PowerSwitch.gpio("gpiochip0", 17, true, 5).on());
    }
}
