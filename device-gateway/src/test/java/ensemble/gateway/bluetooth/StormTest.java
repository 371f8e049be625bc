package ensemble.gateway.bluetooth;

import static ensemble.gateway.bluetooth.Story.BUILT_IN;
import static ensemble.gateway.bluetooth.Story.DONGLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.gateway.bluetooth.BluetoothSettings.EchoSetting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * An evening in which everything happens at random: speakers and the Echo come, go and refuse, radios are pulled out, BlueZ
 * stops, operations take their time, people change their minds. The fake radio fails it on two operations at once, a stream too
 * many, a call without a pairing, or pairing unasked. When calm returns, everything that can be connected is.
 */
class StormTest {
    private static final int EVENINGS = Integer.getInteger("ensemble.storms", 20);

    @Test
    void noPromiseIsBrokenAndCalmReturns() {
        long first = Long.getLong("ensemble.seed", 20261121L);
        int evenings = Long.getLong("ensemble.seed") == null ? EVENINGS : 1;
        for (int evening = 0; evening < evenings; evening++) {
            try {
                storm(first + evening);
            } catch (AssertionError broken) {
                throw new AssertionError("-Densemble.seed=" + (first + evening) + ": " + broken.getMessage(), broken);
            }
        }
    }

    private static void storm(long seed) {
        Random random = new Random(seed);
        Story story = new Story();
        story.seed = seed;
        story.settling = false;
        story.radio.adapter(BUILT_IN.text(), AdapterKind.BUILT_IN, 1);
        story.radio.adapter(DONGLE.text(), AdapterKind.USB, 2);
        FakeRadio.Speaker echo = story.radio.echo("00:00:00:00:00:E1", BUILT_IN);
        story.echo = Optional.of(new EchoSetting(Optional.of(echo.address), Optional.of(BUILT_IN)));
        List<FakeRadio.Speaker> devices = new ArrayList<>(List.of(echo));
        for (int number = 1; number <= 3; number++) {
            FakeRadio.Speaker speaker = story.radio.speaker("00:00:00:00:00:A" + number, DONGLE);
            devices.add(speaker);
            if (random.nextInt(3) == 0) {
                story.released("s" + number, speaker, 1 + random.nextInt(5));
            } else {
                story.kept("s" + number, speaker);
            }
        }
        for (int second = 0; second < 1200; second++) {
            disturb(story, devices, random);
            for (int tenth = 0; tenth < 10; tenth++) {
                story.look();
                story.now += 100_000_000L;
                if (random.nextInt(4) == 0) {
                    story.radio.settle(random.nextBoolean() ? BUILT_IN : DONGLE);
                }
            }
        }
        long calls = story.count(RadioCommand.Connect.class);
        assertTrue(calls < 1200, "paging all the time: " + calls);
        calm(story, devices);
    }

    private static void disturb(Story story, List<FakeRadio.Speaker> devices, Random random) {
        FakeRadio.Speaker device = devices.get(random.nextInt(devices.size()));
        Address home = device.source ? BUILT_IN : DONGLE;
        switch (random.nextInt(40)) {
            case 0 -> {
                device.on = false;
                device.drops();
            }
            case 1, 2 -> device.on = true;
            case 3 -> device.drops();
            case 4 -> {
                // One that arrives while another is being called is nobody's fault: that is not the promise.
                boolean fits =
                        story.radio.underWay(home).isEmpty() && story.radio.streams(home) < (device.source ? 1 : 2);
                boolean there = story.radio.facts().adapter(home).isPresent();
                if (device.on && fits && there && device.connectedTo.isEmpty()) {
                    device.calls(home);
                }
            }
            case 5 -> device.channel = random.nextBoolean();
            case 6 -> device.opensChannelWhenAsked = random.nextBoolean();
            case 7 -> story.wanted.addAll(story.speakers.keySet());
            case 8 -> story.wanted.clear();
            case 9 -> story.sounding.addAll(story.wanted);
            case 10 -> story.sounding.clear();
            case 11 -> story.radio.away = random.nextInt(3) == 0;
            case 12 -> story.radio.away = false;
            case 13 -> {
                if (random.nextInt(4) == 0) {
                    story.radio.unplug(DONGLE);
                }
            }
            case 14 -> plugIn(story);
            case 15 -> story.desk.ask(new PersonRequest.Search(Duration.ofSeconds(30)));
            case 16 -> story.desk.ask(new PersonRequest.OpenWindow(Duration.ofSeconds(30)));
            case 17 -> story.desk.ask(new PersonRequest.TryAgain(device.address));
            case 18 -> story.desk.ask(new PersonRequest.PressKey(RadioCommand.Key.PAUSE));
            case 19 -> device.forgotTheKey = random.nextInt(4) == 0;
            default -> {}
        }
    }

    private static void plugIn(Story story) {
        if (story.radio.facts().adapter(DONGLE).isEmpty() && !story.radio.away) {
            story.radio.adapter(DONGLE.text(), AdapterKind.USB, 2);
        }
    }

    private static void calm(Story story, List<FakeRadio.Speaker> devices) {
        story.radio.away = false;
        plugIn(story);
        devices.forEach(device -> {
            device.on = true;
            device.forgotTheKey = false;
            device.opensChannelWhenAsked = true;
            device.channel = true;
            story.desk.ask(new PersonRequest.TryAgain(device.address));
        });
        story.wanted.addAll(story.speakers.keySet());
        story.settling = true;
        story.pass(120);
        assertEquals(1, story.radio.streams(BUILT_IN), () -> "the Echo is there: " + story.view);
        assertEquals(2, story.radio.streams(DONGLE), () -> "as many speakers as fit: " + story.view);
        assertEquals(Admission.NOBODY, story.radio.admission);
        assertEquals(
                1,
                story.view.findings().stream()
                        .filter(finding -> finding.kind() == Finding.Kind.REFUSED_NO_ROOM)
                        .count());
    }
}
