/** BlueZ by D-Bus, behind {@code Radio}. The only room that knows dbus-java; nothing of it is loaded while Bluetooth is off. */
@org.jspecify.annotations.NullMarked
package ensemble.gateway.bluetooth.bluez;
