package ensemble.gateway;

import ensemble.contract.id.SpeakerId;
import ensemble.gateway.bluetooth.Address;
import ensemble.gateway.bluetooth.PersonRequest;
import ensemble.gateway.command.BoxCommand;
import ensemble.gateway.command.CommandInbox;
import ensemble.gateway.command.Verdict;
import ensemble.gateway.web.Commands;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Hands each command of the page to the part of the box that decides it. Safe from any thread. */
final class BoxCommands implements Commands.Desk {
    /** The loop looks within a second, and before that when it is woken. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Duration SEARCH = Duration.ofMinutes(2);
    private static final Duration WINDOW = Duration.ofMinutes(3);

    private final CommandInbox loop;
    private final Consumer<Boolean> hold;
    private final Optional<BluetoothRoom> bluetooth;

    BoxCommands(CommandInbox loop, Consumer<Boolean> hold, Optional<BluetoothRoom> bluetooth) {
        this.loop = loop;
        this.hold = hold;
        this.bluetooth = bluetooth;
    }

    @Override
    public Verdict decide(BoxCommand command) throws InterruptedException {
        return switch (command) {
            case BoxCommand.ForTheLoop forTheLoop -> loop.ask(forTheLoop, PATIENCE);
            case BoxCommand.Hold(boolean on) -> {
                hold.accept(on);
                yield Verdict.TAKEN;
            }
            case BoxCommand.Bluetooth asked ->
                bluetooth
                        .map(room -> decide(asked, room))
                        .orElse(new Verdict.Refused("Bluetooth is off: this box has no 'bluetooth' in its settings"));
        };
    }

    private static Verdict decide(BoxCommand.Bluetooth command, BluetoothRoom room) {
        return switch (command) {
            case BoxCommand.Search() -> asked(room, new PersonRequest.Search(SEARCH));
            case BoxCommand.Pairing(boolean open) ->
                asked(room, open ? new PersonRequest.OpenWindow(WINDOW) : new PersonRequest.CloseWindow());
            case BoxCommand.TryAgain(SpeakerId speaker) -> ofSpeaker(room, speaker, PersonRequest.TryAgain::new);
            case BoxCommand.Forget(SpeakerId speaker) -> ofSpeaker(room, speaker, PersonRequest.Forget::new);
        };
    }

    private static Verdict ofSpeaker(BluetoothRoom room, SpeakerId speaker, Function<Address, PersonRequest> request) {
        return room.address(speaker.value())
                .map(address -> asked(room, request.apply(address)))
                .orElse(new Verdict.Refused(speaker + " is no Bluetooth speaker of this box"));
    }

    private static Verdict asked(BluetoothRoom room, PersonRequest request) {
        return room.ask(request)
                ? Verdict.TAKEN
                : new Verdict.Refused("too much is waiting already; try again in a moment");
    }
}
