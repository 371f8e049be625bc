package ensemble.gateway;

import ensemble.contract.state.Act;
import ensemble.contract.state.Ticket;
import ensemble.contract.state.TicketEcho;
import ensemble.gateway.act.Doer;
import ensemble.gateway.bluetooth.Address;
import ensemble.gateway.bluetooth.PersonRequest;
import ensemble.gateway.bluetooth.RadioCommand;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
    private final Map<Long, TicketEcho> echoes = new TreeMap<>();

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
    public void begin(Ticket ticket) {
        echoes.put(ticket.n(), begun(ticket));
        if (echoes.size() > 8) {
            echoes.remove(echoes.keySet().iterator().next());
        }
    }

    private TicketEcho begun(Ticket ticket) {
        return switch (ticket.act()) {
            case PLAY -> pressed(RadioCommand.Key.PLAY);
            case PAUSE -> pressed(RadioCommand.Key.PAUSE);
            case NEXT -> pressed(RadioCommand.Key.NEXT);
            case PREVIOUS -> pressed(RadioCommand.Key.PREVIOUS);
            case PAIR -> asked(new PersonRequest.Search(SEARCH));
            case RECONNECT ->
                addressOf
                        .apply(ticket.subject())
                        .map(device -> asked(new PersonRequest.TryAgain(device)))
                        .orElse(TicketEcho.NOT_SUPPORTED);
            case LINE_UP, IDENTIFY -> TicketEcho.NOT_SUPPORTED;
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
        return Optional.ofNullable(echoes.get(n));
    }
}
