package ensemble.gateway.bluetooth.bluez;

import ensemble.gateway.bluetooth.Address;
import ensemble.gateway.bluetooth.Operation;
import ensemble.gateway.bluetooth.Profile;
import ensemble.gateway.bluetooth.RadioCommand;
import ensemble.gateway.bluetooth.RadioCommand.Connect;
import ensemble.gateway.bluetooth.RadioCommand.ConnectProfile;
import ensemble.gateway.bluetooth.RadioCommand.Disconnect;
import ensemble.gateway.bluetooth.RadioCommand.DisconnectProfile;
import ensemble.gateway.bluetooth.RadioCommand.Discover;
import ensemble.gateway.bluetooth.RadioCommand.Pair;
import ensemble.gateway.bluetooth.RadioCommand.Power;
import ensemble.gateway.bluetooth.RadioCommand.Press;
import ensemble.gateway.bluetooth.RadioCommand.Remove;
import ensemble.gateway.bluetooth.RadioCommand.SetVolume;
import ensemble.gateway.bluetooth.RadioCommand.Trust;
import ensemble.gateway.bluetooth.RadioCommand.Visible;
import java.time.Duration;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.UInt16;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** Carries out one command by calls to BlueZ. Blocks until it is done, or has failed, or its time is up. */
record Commands(Bus bus) {
    private static final Duration QUICK = Duration.ofSeconds(5);
    /** Paging ends after five seconds, reading services can take twenty. */
    private static final Duration LINK = Duration.ofSeconds(45);
    /** BlueZ itself gives pairing up after a minute. */
    private static final Duration PAIRING = Duration.ofSeconds(70);
    /** BlueZ hides the adapter again by itself, should nobody else: as long as the longest window. */
    private static final UInt32 VISIBLE_SECONDS = new UInt32(600);

    /** @param tree the newest, in which the objects are found */
    void run(Operation operation, Map<String, Map<String, Map<String, Object>>> tree) throws BusFault {
        Paths paths = new Paths(tree);
        Address at = operation.adapter();
        switch (operation.command()) {
            case Power _ -> set(paths.adapter(at), "Powered", new Variant<>(true));
            case Discover(boolean on) -> discover(paths.adapter(at), on);
            case Visible(boolean on) -> visible(paths.adapter(at), on);
            case Pair(Address device) -> device(paths.device(at, device), PAIRING, "Pair");
            case Trust(Address device) ->
                bus.set(QUICK, paths.device(at, device), TreeReader.DEVICE, "Trusted", new Variant<>(true));
            case Connect(Address device) -> device(paths.device(at, device), LINK, "Connect");
            case Disconnect(Address device) -> device(paths.device(at, device), LINK, "Disconnect");
            case ConnectProfile(Address device, Profile profile) ->
                profile(paths.device(at, device), "ConnectProfile", profile);
            case DisconnectProfile(Address device, Profile profile) ->
                profile(paths.device(at, device), "DisconnectProfile", profile);
            case Remove(Address device) ->
                bus.call(
                        QUICK,
                        paths.adapter(at),
                        TreeReader.ADAPTER,
                        "RemoveDevice",
                        "o",
                        new DBusPath(paths.device(at, device)));
            case Press(Address device, RadioCommand.Key key) -> press(paths, paths.device(at, device), key);
            case SetVolume(Address device, int volume) ->
                bus.set(
                        QUICK,
                        paths.transport(paths.device(at, device)),
                        TreeReader.TRANSPORT,
                        "Volume",
                        new Variant<>(new UInt16(volume)));
        }
    }

    private void set(String adapter, String property, Variant<?> value) throws BusFault {
        bus.set(QUICK, adapter, TreeReader.ADAPTER, property, value);
    }

    private void discover(String adapter, boolean on) throws BusFault {
        if (on) {
            // Speakers are classic devices; listening for the many low-energy ones would only fill the list.
            bus.call(
                    QUICK,
                    adapter,
                    TreeReader.ADAPTER,
                    "SetDiscoveryFilter",
                    "a{sv}",
                    Map.of("Transport", new Variant<>("bredr")));
        }
        bus.call(QUICK, adapter, TreeReader.ADAPTER, on ? "StartDiscovery" : "StopDiscovery", "");
    }

    private void visible(String adapter, boolean on) throws BusFault {
        if (on) {
            set(adapter, "DiscoverableTimeout", new Variant<>(VISIBLE_SECONDS));
        }
        set(adapter, "Pairable", new Variant<>(on));
        set(adapter, "Discoverable", new Variant<>(on));
    }

    private void device(String device, Duration atMost, String method) throws BusFault {
        bus.call(atMost, device, TreeReader.DEVICE, method, "");
    }

    private void profile(String device, String method, Profile profile) throws BusFault {
        bus.call(LINK, device, TreeReader.DEVICE, method, "s", profile.uuid());
    }

    private void press(Paths paths, String device, RadioCommand.Key key) throws BusFault {
        String player = paths.player(device);
        String face = player.equals(device) ? TreeReader.CONTROL : TreeReader.PLAYER;
        bus.call(QUICK, player, face, key.method(), "");
    }
}
