package ensemble.skill.smarthome.property;

import ensemble.contract.state.SyncStatus;
import java.util.List;

/** {@code Group.Sync}: how a group stands, as a mode that can only be read. */
public final class SyncModes {
    public static final String INSTANCE = "Group.Sync";

    private SyncModes() {}

    public static String valueOf(SyncStatus status) {
        return switch (status) {
            case IN_SYNC -> "Sync.InSync";
            case DRIFTING -> "Sync.Drifting";
            case OUT_OF_SYNC -> "Sync.OutOfSync";
            case ALIGNING -> "Sync.Aligning";
            case UNKNOWN -> "Sync.Unknown";
        };
    }

    public static List<SyncStatus> all() {
        return List.of(SyncStatus.values());
    }
}
