package ensemble.gateway.bluetooth;

import ensemble.gateway.bluetooth.BluetoothSettings.SpeakerSetting;
import ensemble.gateway.bluetooth.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is to be said about one speaker. Pure. */
final class SpeakerFindings {
    private SpeakerFindings() {}

    static List<Finding> of(SpeakerHealth health, SpeakerSetting setting, Places places, DeviceKeeper keeper) {
        String name = health.output().toString();
        List<Finding> all = new ArrayList<>();
        state(health, name, keeper.link()).ifPresent(all::add);
        if (health.batteryLow()) {
            all.add(new Finding(
                    Kind.LOW_BATTERY,
                    name,
                    name + " has " + health.batteryPercent().orElse(0) + " percent of its battery left",
                    "Charge it before it drops out."));
        }
        keeper.standbyMinutes()
                .ifPresent(minutes -> all.add(new Finding(
                        Kind.AUTO_STANDBY,
                        name,
                        name + " switches itself off after about " + minutes + " minutes without sound",
                        "Switch its auto-standby off in its app, or leave it: it is called when it is to play.")));
        secondHalf(setting, places.facts(), name).ifPresent(all::add);
        return all;
    }

    private static Optional<Finding> state(SpeakerHealth health, String name, LinkState link) {
        return switch (health.state()) {
            case SILENT ->
                Optional.of(new Finding(
                        Kind.CONNECTED_BUT_SILENT,
                        name,
                        name + " is connected but takes no sound",
                        "Switch it off and on; if that does not help, forget it and pair it again."));
            case NOT_PAIRED ->
                Optional.of(new Finding(
                        Kind.NOT_PAIRED,
                        name,
                        name + " is not paired with this box",
                        "Put it into pairing mode and let the box search for it."));
            case GIVEN_UP ->
                Optional.of(new Finding(
                        Kind.GIVEN_UP,
                        name,
                        name + " was called in vain and is left alone now; "
                                + (link instanceof LinkState.GivenUp(RadioFailure last)
                                        ? last.kind().sentence()
                                        : "it did not answer"),
                        "Switch it on: it then calls the box by itself; or ask to connect it."));
            case ISOLATED ->
                Optional.of(new Finding(
                        Kind.ISOLATED,
                        name,
                        name + " came and went " + LinkPolicy.FLAPS
                                + " times within five minutes and is left alone for ten",
                        "Move it nearer to the box, charge it, and see that nothing else is connected to it."));
            case READY, CALLING, ASLEEP, NO_ROOM, UNKNOWN -> Optional.empty();
        };
    }

    private static Optional<Finding> secondHalf(SpeakerSetting setting, RadioFacts facts, String name) {
        if (setting.otherHalf().flatMap(facts::connected).isPresent()) {
            return Optional.of(new Finding(
                    Kind.SECOND_HALF,
                    name,
                    "the second half of the linked pair " + name + " has connected by itself",
                    "It is disconnected; sound goes to the first half, which passes it on."));
        }
        return facts.connected(setting.address())
                .flatMap(first -> facts.devices().stream()
                        .filter(DeviceFacts::connected)
                        .filter(other -> !other.address().equals(first.address()))
                        .filter(other -> other.carries(TransportFacts.Direction.TO_SPEAKER))
                        .filter(other -> setting.otherHalf().isEmpty() && twins(first.name(), other.name()))
                        .findFirst())
                .map(twin -> new Finding(
                        Kind.SECOND_HALF,
                        name,
                        "\"" + twin.name() + "\" is connected too and may be the other half of a linked pair with "
                                + name,
                        "If the two are linked, name its address as `otherHalf`; if not, no matter."));
    }

    /** Whether two names differ in nothing but a mark for left and right. */
    static boolean twins(String one, String other) {
        return !one.equals(other) && side(one) != side(other) && stem(one).equals(stem(other));
    }

    private static String stem(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceFirst("[\\s_-]*(\\((l|r)\\)|[\\s_-](l|r|left|right))$", "");
    }

    private static char side(String name) {
        String low = name.strip().toLowerCase(Locale.ROOT);
        if (low.matches(".*(\\(l\\)|[\\s_-](l|left))")) {
            return 'l';
        }
        return low.matches(".*(\\(r\\)|[\\s_-](r|right))") ? 'r' : '-';
    }
}
