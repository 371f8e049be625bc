package ensemble.gateway.bluetooth;

import ensemble.contract.id.OutputId;
import ensemble.contract.state.EchoHealth;
import ensemble.contract.state.EchoLink;
import ensemble.contract.state.SpeakerTrouble;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** Bluetooth's view in the words that both halves spell alike. Pure. */
public final class ToldHealth {
    private ToldHealth() {}

    /** Each configured speaker by its output. */
    public static SortedMap<OutputId, ensemble.contract.state.SpeakerHealth> speakers(BluetoothView view) {
        SortedMap<OutputId, ensemble.contract.state.SpeakerHealth> told = new TreeMap<>();
        view.speakers()
                .forEach((output, health) -> told.put(
                        output,
                        new ensemble.contract.state.SpeakerHealth(
                                trouble(health), health.batteryPercent(), signal(health.rssiDbm()), health.drops())));
        return told;
    }

    private static OptionalInt signal(OptionalInt dbm) {
        return dbm.isPresent() && dbm.getAsInt() < 0 ? dbm : OptionalInt.empty();
    }

    /** The most pressing one: what keeps it from sounding before what may do so later. */
    private static SpeakerTrouble trouble(SpeakerHealth health) {
        return switch (health.state()) {
            case NOT_PAIRED -> SpeakerTrouble.NOT_PAIRED;
            case NO_ROOM -> SpeakerTrouble.NO_CAPACITY;
            case GIVEN_UP -> SpeakerTrouble.GIVEN_UP;
            case ISOLATED -> SpeakerTrouble.FLAPPING;
            case SILENT -> SpeakerTrouble.NO_SOUND_TAKEN;
            case CALLING -> SpeakerTrouble.AWAY;
            case READY, ASLEEP, UNKNOWN ->
                health.batteryLow()
                        ? SpeakerTrouble.BATTERY_LOW
                        : health.selfStandby() ? SpeakerTrouble.STANDBY : SpeakerTrouble.NONE;
        };
    }

    /**
     * The Echo, where Bluetooth feeds this box.
     *
     * @return its link is UNKNOWN where nothing is wrong with it: whether sound has come, the graph tells
     */
    public static Optional<EchoHealth> echo(BluetoothView view) {
        return view.echo()
                .map(echo -> new EchoHealth(
                        link(view), echo.connected() && echo.player().isPresent()));
    }

    private static EchoLink link(BluetoothView view) {
        for (Finding finding : view.findings()) {
            switch (finding.kind()) {
                case NO_ECHO -> {
                    return EchoLink.NONE;
                }
                case WRONG_ECHO -> {
                    return EchoLink.WRONG;
                }
                case ECHO_SILENT -> {
                    return EchoLink.SILENT;
                }
                case SERVICE_AWAY,
                        RADIO_OFF,
                        NO_RADIO,
                        KNOWN_BAD_VERSION,
                        REFUSED_NO_ROOM,
                        MOVE_PROPOSED,
                        RAISED_ABOVE_DEFAULT,
                        NOT_PAIRED,
                        GIVEN_UP,
                        ISOLATED,
                        CONNECTED_BUT_SILENT,
                        NO_SINK,
                        AUTO_STANDBY,
                        LOW_BATTERY,
                        SECOND_HALF,
                        CODECS_DIFFER -> {}
            }
        }
        return EchoLink.UNKNOWN;
    }
}
