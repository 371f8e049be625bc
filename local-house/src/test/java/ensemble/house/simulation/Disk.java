package ensemble.house.simulation;

import ensemble.gateway.reconcile.Standing;
import ensemble.gateway.reconcile.StandingFile;
import ensemble.gateway.reconcile.StandingStore;
import ensemble.gateway.store.StateFile;
import ensemble.house.simulation.Step.PowerCutWhileKeeping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Set;

/** What the hub keeps: in memory, or where a folder is given in the real file. The power may go in the middle. */
final class Disk implements StandingStore {
    private final Witness witness;
    private final Set<Planted> planted;
    private final Optional<Path> folder;
    private Standing kept = Standing.FIRST;
    private Optional<Standing> refusal = Optional.empty();
    private Optional<PowerCutWhileKeeping> cut = Optional.empty();

    Disk(Witness witness, Set<Planted> planted, Optional<Path> folder) {
        this.witness = witness;
        this.planted = planted;
        this.folder = folder;
    }

    /** The process has ended in the middle of a call. */
    static final class PowerIsGone extends RuntimeException {
        private static final long serialVersionUID = 1;
        final transient PowerCutWhileKeeping cut;

        PowerIsGone(PowerCutWhileKeeping cut) {
            super("the power is gone", null, false, false);
            this.cut = cut;
        }
    }

    void cutAtNextKeep(PowerCutWhileKeeping power) {
        cut = Optional.of(power);
    }

    @Override
    public Standing load() {
        Standing found =
                folder.map(path -> new StandingFile(new StateFile(path)).load()).orElse(kept);
        if (!found.equals(kept)) {
            witness.breaks(Promise.STATE_LOADS, "%s was kept and %s was found", kept, found);
        }
        return planted.contains(Planted.REFUSED_WISH_APPLIED_LATER) ? refusal.orElse(found) : found;
    }

    @Override
    public void keep(Standing standing) {
        Optional<PowerCutWhileKeeping> now = cut;
        cut = Optional.empty();
        if (now.isPresent() && !now.get().kept()) {
            folder.ifPresent(Disk::halfWritten);
            throw new PowerIsGone(now.get());
        }
        if (!planted.contains(Planted.NOTHING_KEPT)) {
            kept = standing;
            folder.ifPresent(path -> new StandingFile(new StateFile(path)).keep(standing));
        }
        witness.kept(standing);
        if (standing.fault().isPresent()) {
            refusal = Optional.of(new Standing(
                    standing.stamp(),
                    witness.wish(standing.stamp().n()),
                    witness.wish(standing.stamp().n()),
                    Optional.empty(),
                    standing.lastExpired(),
                    standing.config(),
                    standing.echoes()));
        }
        if (now.isPresent()) {
            throw new PowerIsGone(now.get());
        }
    }

    /** Part of the next document is there, and the newest has been moved aside already. */
    private static void halfWritten(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("state.next.json"), "0000");
            Path newest = folder.resolve("state.json");
            if (Files.exists(newest)) {
                Files.move(newest, folder.resolve("state.previous.json"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
