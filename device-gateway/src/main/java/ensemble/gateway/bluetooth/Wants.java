package ensemble.gateway.bluetooth;

import ensemble.contract.id.OutputId;
import ensemble.gateway.bluetooth.BluetoothSettings.SpeakerSetting;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which speakers shall be connected: one that is kept awake, always; another while it is to play and some minutes beyond, also
 * beyond the moment its owner switched it on. One thread.
 */
final class Wants {
    private final Map<OutputId, Long> lastWantedNanos = new HashMap<>();
    private final Map<OutputId, Boolean> wasConnected = new HashMap<>();

    /** @param playing whether the wish plays on it */
    boolean wanted(OutputId output, SpeakerSetting setting, boolean playing, boolean connected, long nowNanos) {
        boolean arrived = connected && !Boolean.TRUE.equals(wasConnected.put(output, connected));
        if (playing || arrived) {
            lastWantedNanos.put(output, nowNanos);
        }
        if (setting.releaseMinutes().isEmpty()) {
            return true;
        }
        long keepNanos = setting.releaseMinutes().getAsInt() * 60L * Backoff.SECOND;
        return Optional.ofNullable(lastWantedNanos.get(output))
                .filter(last -> nowNanos - last < keepNanos)
                .isPresent();
    }
}
