package ensemble.gateway.bluetooth.bluez;

import ensemble.gateway.bluetooth.Address;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.types.UInt16;
import org.freedesktop.dbus.types.UInt32;

/**
 * Answers BlueZ while something pairs: yes to whom the gate admits at that moment, no to everybody else. This box has neither
 * keys nor a display, so codes to be typed are refused; old speakers have the fixed code 0000. Any thread of the bus.
 */
final class PairingAgent implements Agent1 {
    static final String PATH = "/ensemble/agent";
    /** Neither shows nor asks: what an Echo and a speaker expect of a box. */
    static final String CAPABILITY = "NoInputNoOutput";

    private static final Pattern DEVICE = Pattern.compile(".*/dev_([0-9A-Fa-f]{2}(?:_[0-9A-Fa-f]{2}){5})");

    private final Predicate<Address> gate;

    PairingAgent(Predicate<Address> gate) {
        this.gate = gate;
    }

    /** BlueZ takes every error as a no. */
    static final class Rejected extends DBusExecutionException {
        private static final long serialVersionUID = 1;

        Rejected() {
            super("not now");
        }
    }

    private void admit(DBusPath device) {
        Matcher path = DEVICE.matcher(device.getPath());
        Optional<Address> address =
                path.matches() ? Optional.of(new Address(path.group(1).replace('_', ':'))) : Optional.empty();
        if (address.filter(gate).isEmpty()) {
            throw new Rejected();
        }
    }

    @Override
    public String getObjectPath() {
        return PATH;
    }

    @Override
    public void Release() {}

    @Override
    public String RequestPinCode(DBusPath device) {
        admit(device);
        return "0000";
    }

    @Override
    public void DisplayPinCode(DBusPath device, String pinCode) {
        admit(device);
    }

    @Override
    public UInt32 RequestPasskey(DBusPath device) {
        throw new Rejected();
    }

    @Override
    public void DisplayPasskey(DBusPath device, UInt32 passkey, UInt16 entered) {
        admit(device);
    }

    @Override
    public void RequestConfirmation(DBusPath device, UInt32 passkey) {
        admit(device);
    }

    @Override
    public void RequestAuthorization(DBusPath device) {
        admit(device);
    }

    @Override
    public void AuthorizeService(DBusPath device, String uuid) {
        admit(device);
    }

    @Override
    public void Cancel() {}
}
