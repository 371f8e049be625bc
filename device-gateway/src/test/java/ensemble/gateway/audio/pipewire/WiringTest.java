package ensemble.gateway.audio.pipewire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.gateway.audio.ProgramInput;
import ensemble.gateway.audio.pipewire.Ports.Link;
import ensemble.gateway.audio.pipewire.Wiring.Reach;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class WiringTest {
    private static final PipeWireSettings SETTINGS =
            PipeWireSettings.of(Map.of(), "program", List.of("kitchen", "deck"));

    private final Ports ports = new Ports();
    private final Wiring wiring = new Wiring(SETTINGS);
    private int id = 30;

    private void there(String... names) {
        for (String name : names) {
            assertTrue(ports.read("+ %4d %s".formatted(id++, name)), name);
        }
    }

    private void kitchenAndMixer() {
        there("kitchen:playback_FL", "kitchen:playback_FR", "kitchen:monitor_FL", "kitchen:monitor_FR");
        there("ensemble:output_AUX0", "ensemble:output_AUX1", "ensemble:output_AUX2", "ensemble:output_AUX3");
    }

    @Test
    void linksWhatIsThereAndNothingElse() {
        kitchenAndMixer();

        assertEquals(
                List.of(
                        new Link("ensemble:output_AUX0", "kitchen:playback_FL"),
                        new Link("ensemble:output_AUX1", "kitchen:playback_FR")),
                wiring.missing(ports));
        assertEquals(new Reach(true, false), wiring.reach(ports).get("kitchen"));
        assertEquals(Reach.NONE, wiring.reach(ports).get("deck"));
    }

    @Test
    void aLinkedSinkIsReachedUntilOneOfItsLinksGoes() {
        kitchenAndMixer();
        there("ensemble:output_AUX0 -> kitchen:playback_FL", "ensemble:output_AUX1 -> kitchen:playback_FR");
        assertEquals(List.of(), wiring.missing(ports));
        assertEquals(new Reach(true, true), wiring.reach(ports).get("kitchen"));

        ports.read("- " + (id - 1) + " ensemble:output_AUX1 -> kitchen:playback_FR");
        assertEquals(new Reach(true, false), wiring.reach(ports).get("kitchen"));
    }

    @Test
    void aMonosSinksOnePortGetsTheLeftChannel() {
        kitchenAndMixer();
        there("deck:playback_MONO");

        assertTrue(wiring.missing(ports).contains(new Link("ensemble:output_AUX2", "deck:playback_MONO")));
        assertFalse(wiring.missing(ports).contains(new Link("ensemble:output_AUX3", "deck:playback_MONO")));
    }

    @Test
    void theProgramIsReadFromASinksMonitorOrFromASource() {
        there("ensemble-in:input_FL", "ensemble-in:input_FR", "program:monitor_FL", "program:monitor_FR");
        assertTrue(wiring.missing(ports).contains(new Link("program:monitor_FR", "ensemble-in:input_FR")));

        Ports source = new Ports();
        source.read("= 7 program:capture_FL");
        source.read("= 8 program:capture_FR");
        source.read("= 9 ensemble-in:input_FL");
        assertEquals(List.of(new Link("program:capture_FL", "ensemble-in:input_FL")), wiring.missing(source));
    }

    /** The Echo by Bluetooth is preferred; while it is away the cable plays, and it gives way when the Echo is back. */
    @Test
    void theFirstOfTheOwnersInputsThatIsThereIsPlayed() {
        Wiring choosing = new Wiring(new PipeWireSettings(
                Map.of(),
                List.of(new ProgramInput("bluez_input.*", "Kitchen Echo"), ProgramInput.of("line")),
                List.of("deck"),
                "ensemble.clock",
                100,
                "ensemble"));
        there("ensemble-in:input_FL", "ensemble-in:input_FR", "line:capture_FL", "line:capture_FR");
        assertEquals(Optional.of("line"), choosing.program(ports));
        there("line:capture_FL -> ensemble-in:input_FL", "line:capture_FR -> ensemble-in:input_FR");
        assertTrue(choosing.programLinked(ports));
        there("bluez_input.AA_01.2:capture_FL", "bluez_input.AA_01.2:capture_FR");

        assertEquals(Optional.of("bluez_input.AA_01.2"), choosing.program(ports));
        assertEquals(
                List.of(
                        new Link("line:capture_FL", "ensemble-in:input_FL"),
                        new Link("line:capture_FR", "ensemble-in:input_FR")),
                choosing.foreign(ports));
        assertTrue(
                choosing.missing(ports).contains(new Link("bluez_input.AA_01.2:capture_FR", "ensemble-in:input_FR")));
    }

    /** A Bluetooth sink's name ends in a number that changes; a card's follows from what it tells when it is plugged in. */
    @Test
    void aSinkMayBeAPatternOrHaveAnotherNameNow() {
        Wiring named = new Wiring(new PipeWireSettings(
                Map.of(),
                List.of(),
                List.of("bluez_output.AA_01.*", "ensemble.card.hall"),
                "ensemble.clock",
                100,
                "ensemble",
                sink -> sink.equals("ensemble.card.hall") ? "alsa_output.usb-Avantree*" : sink));
        there("ensemble:output_AUX0", "ensemble:output_AUX1", "ensemble:output_AUX2", "ensemble:output_AUX3");
        there("bluez_output.AA_01.2:playback_FL", "bluez_output.AA_01.2:playback_FR");

        assertEquals(
                List.of(
                        new Link("ensemble:output_AUX0", "bluez_output.AA_01.2:playback_FL"),
                        new Link("ensemble:output_AUX1", "bluez_output.AA_01.2:playback_FR")),
                named.missing(ports));
        assertFalse(named.reach(ports)
                .getOrDefault("ensemble.card.hall", Wiring.Reach.NONE)
                .present());

        there("alsa_output.usb-Avantree-00.analog-stereo:playback_FL");
        there("ensemble:output_AUX2 -> alsa_output.usb-Avantree-00.analog-stereo:playback_FL");
        assertTrue(named.reach(ports)
                .getOrDefault("ensemble.card.hall", Wiring.Reach.NONE)
                .linked());
    }

    @Test
    void programAndMixerAreBothHungOnTheClock() {
        kitchenAndMixer();
        there("program:monitor_FL", "program:monitor_FR", "ensemble.clock:playback_MONO");

        assertTrue(wiring.missing(ports).contains(new Link("ensemble:output_AUX0", "ensemble.clock:playback_MONO")));
        assertTrue(wiring.missing(ports).contains(new Link("program:monitor_FL", "ensemble.clock:playback_MONO")));
    }

    @Test
    void aLinkThatPutsOneSpeakersSoundOnAnotherIsForeign() {
        kitchenAndMixer();
        there("ensemble:output_AUX2 -> kitchen:playback_FL", "ensemble:output_AUX0 -> meter:input_1");

        assertEquals(List.of(new Link("ensemble:output_AUX2", "kitchen:playback_FL")), wiring.foreign(ports));
    }

    @Test
    void warningsAmongTheLinesAreNotPorts() {
        assertFalse(ports.read("[W][02214.703443] default | impl_acquire_rt()"));
    }
}
