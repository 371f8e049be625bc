package ensemble.gateway;

import ensemble.contract.state.Act;
import ensemble.contract.state.TicketEcho;
import ensemble.gateway.act.Doer;
import ensemble.gateway.act.Recent;
import ensemble.gateway.act.Task;
import ensemble.gateway.bluetooth.Address;
import ensemble.gateway.bluetooth.PersonRequest;
import ensemble.gateway.bluetooth.RadioCommand;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The acts that Bluetooth can do: the Echo's keys, calling a speaker anew, looking for new ones. Handing a request over is all
 * that is done here; whether a speaker came is told by its health. The loop's own thread.
 */
final class BluetoothActs implements Doer {
    private static final Duration SEARCH = Duration.ofMinutes(2);

    private final Predicate<PersonRequest> desk;
    private final Function<String, Optional<Address>> addressOf;
    private final BooleanSupplier echoListens;
    private final Recent<TicketEcho> echoes = new Recent<>();

    /**
     * @param desk takes a request, or says that too much is waiting
     * @param addressOf the device of a speaker, by the speaker's id
     * @param echoListens whether a key would reach the Echo's player
     */
    BluetoothActs(
            Predicate<PersonRequest> desk, Function<String, Optional<Address>> addressOf, BooleanSupplier echoListens) {
        this.desk = desk;
        this.addressOf = addressOf;
        this.echoListens = echoListens;
    }

    @Override
    public Set<Act> acts() {
        return Set.of(Act.PLAY, Act.PAUSE, Act.NEXT, Act.PREVIOUS, Act.RECONNECT, Act.PAIR);
    }

    @Override
    public void begin(Task task) {
        echoes.put(task.n(), begun(task));
    }

    private TicketEcho begun(Task task) {
        return switch (task.act()) {
            case PLAY -> pressed(RadioCommand.Key.PLAY);
            case PAUSE -> pressed(RadioCommand.Key.PAUSE);
            case NEXT -> pressed(RadioCommand.Key.NEXT);
            case PREVIOUS -> pressed(RadioCommand.Key.PREVIOUS);
            case PAIR -> asked(new PersonRequest.Search(SEARCH));
            case RECONNECT ->
                addressOf
                        .apply(task.subject())
                        .map(device -> asked(new PersonRequest.TryAgain(device)))
                        .orElse(TicketEcho.NOT_SUPPORTED);
            case LINE_UP, LINE_UP_ALSO, IDENTIFY -> TicketEcho.NOT_SUPPORTED;
        };
    }

    private TicketEcho pressed(RadioCommand.Key key) {
        return echoListens.getAsBoolean() ? asked(new PersonRequest.PressKey(key)) : TicketEcho.NOT_SUPPORTED;
    }

    private TicketEcho asked(PersonRequest request) {
        return desk.test(request) ? TicketEcho.DONE : TicketEcho.BUSY;
    }

    @Override
    public Optional<TicketEcho> state(long n) {
        return echoes.get(n);
    }
}
