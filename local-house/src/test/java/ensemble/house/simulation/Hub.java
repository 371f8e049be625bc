package ensemble.house.simulation;

import ensemble.contract.state.RoutingReport;
import ensemble.gateway.act.Acts;
import ensemble.gateway.command.CommandInbox;
import ensemble.gateway.reconcile.Freshness;
import ensemble.gateway.reconcile.Reconciler;
import ensemble.gateway.report.Wellbeing;
import ensemble.gateway.shadow.DesiredInbox;
import ensemble.gateway.sync.SyncDesk;
import ensemble.gateway.time.Clocks;
import ensemble.gateway.wake.Waker;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The box: on or off. Switching it on starts a new process, which knows what the disk knows. */
final class Hub {
    private static final long LOOK_AT_LEAST_MILLIS = 1_000;
    private static final long WAKING_MILLIS = 2;

    private final VirtualTime time;
    private final Room room;
    private final HubLink link;
    private final Disk disk;
    private final Witness witness;
    private final Set<Planted> planted;
    private @Nullable Reconciler reconciler;
    private @Nullable Sound sound;
    private @Nullable RoutingReport said;
    private boolean lookIsPlanned;
    private int boots;

    Hub(VirtualTime time, Room room, HubLink link, Disk disk, Witness witness, Set<Planted> planted) {
        this.time = time;
        this.room = room;
        this.link = link;
        this.disk = disk;
        this.witness = witness;
        this.planted = planted;
        room.changed = this::roomChanged;
    }

    void powerOn() {
        witness.note("power on");
        room.hubOff = false;
        DesiredInbox inbox = new DesiredInbox(new Waker());
        Sound fresh = new Sound(time, room, planted, this::wake);
        sound = fresh;
        said = null;
        boots++;
        reconciler = new Reconciler(
                Home.outputs(),
                Optional.empty(),
                new Freshness(LocalTime.of(22, 0), LocalTime.of(7, 0)),
                inbox,
                new CommandInbox(new Waker()),
                link,
                fresh,
                Acts.NONE,
                SyncDesk.unmeasured(),
                () -> Wellbeing.UNKNOWN,
                disk,
                new Clocks(time, time::nanos),
                ZoneOffset.UTC,
                new Reconciler.Identity("simulated", 1, time.instant()));
        look();
        link.start(inbox, this::wake);
        lookRegularly(boots);
    }

    void powerCut(long forMillis) {
        if (reconciler == null) {
            return;
        }
        witness.note("power cut for %d ms", forMillis);
        reconciler = null;
        room.hubOff = true;
        if (sound != null) {
            sound.close();
        }
        sound = null;
        link.die();
        time.in(forMillis, this::powerOn);
    }

    private void lookRegularly(int boot) {
        time.in(LOOK_AT_LEAST_MILLIS, () -> {
            if (boot == boots && reconciler != null) {
                look();
                lookRegularly(boot);
            }
        });
    }

    private void roomChanged() {
        if (sound != null) {
            sound.roomChanged();
        }
    }

    private void wake() {
        if (!lookIsPlanned) {
            lookIsPlanned = true;
            time.in(WAKING_MILLIS, () -> {
                lookIsPlanned = false;
                look();
            });
        }
    }

    private void look() {
        if (reconciler == null) {
            return;
        }
        try {
            RoutingReport report = reconciler.look();
            if (!report.equals(said)) {
                said = report;
                witness.reported(report, heardNow());
            }
        } catch (Disk.PowerIsGone gone) {
            powerCut(gone.cut.forMillis());
        }
    }

    /** The sinks that get sound at this moment. */
    Set<String> heardNow() {
        return sound == null ? Set.of() : sound.heardNow();
    }
}
