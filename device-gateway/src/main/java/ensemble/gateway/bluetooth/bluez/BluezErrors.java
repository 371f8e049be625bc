package ensemble.gateway.bluetooth.bluez;

import ensemble.gateway.bluetooth.RadioFailure;
import ensemble.gateway.bluetooth.RadioFailure.Kind;
import java.util.Locale;

/** What BlueZ's error names and messages mean. Its {@code Failed} says everything in the message. */
final class BluezErrors {
    private BluezErrors() {}

    /**
     * @param name the D-Bus error's name
     * @param message its text; empty where there is none
     */
    static RadioFailure of(String name, String message) {
        return new RadioFailure(kind(name, message), name + (message.isEmpty() ? "" : ": " + message));
    }

    private static Kind kind(String name, String message) {
        return switch (name) {
            case "org.bluez.Error.InProgress" -> Kind.BUSY;
            case "org.bluez.Error.NotReady", "org.bluez.Error.NoSuchAdapter" -> Kind.RADIO_OFF;
            case "org.bluez.Error.DoesNotExist",
                    "org.freedesktop.DBus.Error.UnknownObject",
                    "org.freedesktop.DBus.Error.UnknownInterface" -> Kind.UNKNOWN_DEVICE;
            case "org.bluez.Error.NotSupported",
                    "org.bluez.Error.InvalidArguments",
                    "org.freedesktop.DBus.Error.UnknownMethod",
                    "org.freedesktop.DBus.Error.UnknownProperty" -> Kind.NOT_SUPPORTED;
            case "org.bluez.Error.NotAuthorized",
                    "org.bluez.Error.NotPermitted",
                    "org.freedesktop.DBus.Error.AccessDenied" -> Kind.NOT_PERMITTED;
            case "org.bluez.Error.AuthenticationFailed",
                    "org.bluez.Error.AuthenticationCanceled",
                    "org.bluez.Error.AuthenticationRejected",
                    "org.bluez.Error.AuthenticationTimeout" -> Kind.NOT_PAIRED;
            case "org.bluez.Error.ConnectionAttemptFailed" -> Kind.NOT_ANSWERING;
            case "org.bluez.Error.BREDR.ProfileUnavailable", "org.bluez.Error.NotAvailable" -> Kind.NO_AUDIO_SERVER;
            case "org.freedesktop.DBus.Error.NoReply", "org.freedesktop.DBus.Error.Timeout" -> Kind.TIMED_OUT;
            case "org.freedesktop.DBus.Error.ServiceUnknown",
                    "org.freedesktop.DBus.Error.NameHasNoOwner",
                    "org.freedesktop.DBus.Error.Disconnected" -> Kind.SERVICE_AWAY;
            default -> ofMessage(message.toLowerCase(Locale.ROOT));
        };
    }

    /** BlueZ's words for why a link failed; before 5.63 the kernel's own words stand there. */
    private static Kind ofMessage(String message) {
        if (message.contains("page-timeout")
                || message.contains("connection-timeout")
                || message.contains("host is down")) {
            return Kind.NOT_ANSWERING;
        } else if (message.contains("key-missing") || message.contains("not paired")) {
            return Kind.NOT_PAIRED;
        } else if (message.contains("profile-unavailable") || message.contains("protocol not available")) {
            return Kind.NO_AUDIO_SERVER;
        } else if (message.contains("adapter-not-powered") || message.contains("no route to host")) {
            return Kind.RADIO_OFF;
        } else if (message.contains("-busy") || message.contains("already in progress") || message.contains("busy")) {
            return Kind.BUSY;
        } else if (message.contains("refused") || message.contains("by-remote") || message.contains("reset by peer")) {
            return Kind.REFUSED_BY_DEVICE;
        } else if (message.contains("not-supported")) {
            return Kind.NOT_SUPPORTED;
        }
        return Kind.OTHER;
    }

    /** Errors that say that what was asked for is true already. */
    static boolean already(String name, String message) {
        return name.equals("org.bluez.Error.AlreadyConnected")
                || name.equals("org.bluez.Error.AlreadyExists")
                || name.equals("org.bluez.Error.NotConnected")
                || message.contains("already-connected");
    }
}
