package ensemble.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ensemble.contract.state.Act;
import ensemble.contract.state.TicketEcho;
import ensemble.gateway.act.Task;
import ensemble.gateway.bluetooth.Address;
import ensemble.gateway.bluetooth.PersonRequest;
import ensemble.gateway.bluetooth.RadioCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a wish asks of Bluetooth ends on its desk, or is said to be impossible. */
final class BluetoothActsTest {
    private static final Address DECK = new Address("AA:BB:CC:DD:EE:01");

    private final List<PersonRequest> asked = new ArrayList<>();
    private boolean full;
    private boolean listens = true;
    private final BluetoothActs acts = new BluetoothActs(
            request -> !full && asked.add(request),
            speaker -> speaker.equals("deck") ? Optional.of(DECK) : Optional.empty(),
            () -> listens);

    @Test
    void keysReachTheEchoWhereItListens() {
        assertEquals(TicketEcho.DONE, begun(1, Act.NEXT, ""));
        assertEquals(List.of(new PersonRequest.PressKey(RadioCommand.Key.NEXT)), asked);
        listens = false;

        assertEquals(TicketEcho.NOT_SUPPORTED, begun(2, Act.PAUSE, ""));
        assertEquals(1, asked.size());
    }

    @Test
    void aSpeakerWithADeviceIsCalledAnew() {
        assertEquals(TicketEcho.DONE, begun(1, Act.RECONNECT, "deck"));
        assertEquals(List.of(new PersonRequest.TryAgain(DECK)), asked);
        assertEquals(TicketEcho.NOT_SUPPORTED, begun(2, Act.RECONNECT, "aux-line"));
    }

    @Test
    void whatFindsTheDeskFullIsToldSo() {
        full = true;

        assertEquals(TicketEcho.BUSY, begun(1, Act.PAIR, ""));
    }

    private TicketEcho begun(long n, Act act, String subject) {
        acts.begin(new Task(n, act, subject));
        return acts.state(n).orElseThrow();
    }
}
