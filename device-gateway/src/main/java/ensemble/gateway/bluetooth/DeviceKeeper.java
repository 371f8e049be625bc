package ensemble.gateway.bluetooth;

import ensemble.gateway.bluetooth.RadioCommand.Connect;
import ensemble.gateway.bluetooth.RadioCommand.ConnectProfile;
import ensemble.gateway.bluetooth.RadioCommand.Disconnect;
import ensemble.gateway.bluetooth.RadioCommand.Pair;
import ensemble.gateway.bluetooth.RadioCommand.SetVolume;
import ensemble.gateway.bluetooth.RadioCommand.Trust;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Keeps one device of ours as it is wanted: paired, trusted, connected with sound, or let go. At each look it says the one
 * thing that it would do next. One thread.
 */
final class DeviceKeeper {
    static final long PAIR_AGAIN_NANOS = 10 * Backoff.SECOND;

    private final Address address;
    private final TransportFacts.Direction direction;
    private final LinkPolicy link;
    private final SilenceWatch silence = new SilenceWatch();
    private final StandbyWatch standby = new StandbyWatch();
    private final BatteryWatch battery = new BatteryWatch();
    private final VolumeEcho volume;
    private boolean playedBefore;
    private long pairNotBeforeNanos = Long.MIN_VALUE;
    private long trustNotBeforeNanos = Long.MIN_VALUE;

    DeviceKeeper(Address address, TransportFacts.Direction direction, Backoff backoff, int place, long nowNanos) {
        this.address = address;
        this.direction = direction;
        this.link = new LinkPolicy(backoff, place, nowNanos);
        this.volume = new VolumeEcho(direction == TransportFacts.Direction.FROM_SOURCE);
    }

    /**
     * How things stand for it.
     *
     * @param here the device as its radio knows it; empty when that radio has never met it
     * @param hasRadio whether a radio has room for it
     * @param wanted whether it shall be connected
     * @param playing whether it shall sound now: it is woken even from its own standby
     * @param sounding whether sound is being sent to it
     * @param pairing whether unpaired devices may be paired now
     */
    record Situation(
            Optional<DeviceFacts> here,
            boolean hasRadio,
            boolean wanted,
            boolean playing,
            boolean sounding,
            boolean pairing,
            boolean idleIsDoubtful) {}

    /** What was noticed at a look. */
    record Noticed(boolean batteryFellLow, Optional<VolumeEcho.Turn> turned, LinkState link) {}

    /** Takes in what is to be seen. */
    Noticed see(Situation now, long nowNanos) {
        boolean connected = now.here().filter(DeviceFacts::connected).isPresent();
        boolean paired = now.here().filter(DeviceFacts::paired).isPresent();
        if (now.playing() && !playedBefore && link.state() instanceof LinkState.GivenUp) {
            link.begin(nowNanos);
        }
        playedBefore = now.playing();
        standby.see(connected, now.sounding(), nowNanos);
        if (standby.minutes().isPresent() && !now.sounding()) {
            link.expectBreak();
        }
        link.see(paired, connected, now.hasRadio() && awake(now), nowNanos);
        if (connected) {
            silence.see(now.here().orElseThrow(), direction, now.sounding(), now.idleIsDoubtful(), nowNanos);
        } else {
            silence.apart();
        }
        OptionalInt percent = now.here().map(DeviceFacts::batteryPercent).orElse(OptionalInt.empty());
        OptionalInt level = now.here()
                .flatMap(DeviceFacts::transport)
                .map(TransportFacts::volume)
                .orElse(OptionalInt.empty());
        return new Noticed(
                battery.see(connected ? percent : OptionalInt.empty()),
                volume.see(connected ? level : OptionalInt.empty(), nowNanos),
                link.state());
    }

    /** A speaker that puts itself to sleep is not called back until it is to sound. */
    private boolean awake(Situation now) {
        return now.wanted() && (now.playing() || standby.minutes().isEmpty());
    }

    /** The one thing to do next, if there is one. */
    Optional<RadioCommand> next(Situation now, long nowNanos) {
        if (now.here().isEmpty()) {
            return Optional.empty();
        }
        DeviceFacts device = now.here().get();
        if (!device.paired()) {
            boolean visible = device.rssiDbm().isPresent();
            return now.pairing() && now.hasRadio() && visible && nowNanos >= pairNotBeforeNanos
                    ? Optional.of(new Pair(address))
                    : Optional.empty();
        }
        if (device.connected() && (!now.hasRadio() || !now.wanted())) {
            return Optional.of(new Disconnect(address));
        }
        if (!device.trusted() && nowNanos >= trustNotBeforeNanos) {
            return Optional.of(new Trust(address));
        }
        return device.connected() ? whileConnected(nowNanos) : whileApart(nowNanos);
    }

    private Optional<RadioCommand> whileApart(long nowNanos) {
        return link.due(nowNanos) ? Optional.of(new Connect(address)) : Optional.empty();
    }

    private Optional<RadioCommand> whileConnected(long nowNanos) {
        if (link.state() instanceof LinkState.Isolated) {
            return Optional.empty();
        }
        Optional<SilenceWatch.Step> step = silence.step(nowNanos);
        if (step.isPresent()) {
            return Optional.of(
                    switch (step.get()) {
                        case ASK_FOR_SOUND -> new ConnectProfile(address, profile());
                        case HANG_UP -> new Disconnect(address);
                    });
        }
        OptionalInt due = volume.due(nowNanos);
        return due.isPresent() ? Optional.of(new SetVolume(address, due.getAsInt())) : Optional.empty();
    }

    private Profile profile() {
        return direction == TransportFacts.Direction.TO_SPEAKER ? Profile.AUDIO_SINK : Profile.AUDIO_SOURCE;
    }

    /** What it said was begun. */
    void begun(RadioCommand command, long nowNanos) {
        silence.step(nowNanos)
                .filter(step -> (step == SilenceWatch.Step.ASK_FOR_SOUND && command instanceof ConnectProfile)
                        || (step == SilenceWatch.Step.HANG_UP && command instanceof Disconnect))
                .ifPresent(step -> silence.did(step, nowNanos));
        if (command instanceof Disconnect) {
            link.expectBreak();
            standby.letGo();
        }
    }

    /** And so it ended. */
    void ended(Outcome outcome, long nowNanos) {
        switch (outcome.operation().command()) {
            case Connect _ ->
                outcome.failure()
                        .ifPresentOrElse(failure -> link.failed(failure, nowNanos), () -> link.called(nowNanos));
            case Pair _ -> {
                if (outcome.failure().isEmpty()) {
                    link.begin(nowNanos);
                } else {
                    pairNotBeforeNanos = nowNanos + PAIR_AGAIN_NANOS;
                }
            }
            case Trust _ -> trustNotBeforeNanos = nowNanos + PAIR_AGAIN_NANOS;
            case SetVolume _ -> volume.wrote(nowNanos);
            case RadioCommand.Disconnect _,
                    RadioCommand.ConnectProfile _,
                    RadioCommand.DisconnectProfile _,
                    RadioCommand.Remove _,
                    RadioCommand.Press _,
                    RadioCommand.Power _,
                    RadioCommand.Discover _,
                    RadioCommand.Visible _ -> {}
        }
    }

    /** A person asks for it. */
    void begin(long nowNanos) {
        link.begin(nowNanos);
        silence.begin();
        pairNotBeforeNanos = Long.MIN_VALUE;
    }

    Address address() {
        return address;
    }

    LinkState link() {
        return link.state();
    }

    int drops(long nowNanos) {
        return link.drops(nowNanos);
    }

    boolean silent(long nowNanos) {
        return silence.silent(nowNanos);
    }

    OptionalInt standbyMinutes() {
        return standby.minutes();
    }

    boolean batteryLow() {
        return battery.low();
    }

    VolumeEcho volume() {
        return volume;
    }
}
