package ensemble.gateway.bluetooth;

/** One thing done on one adapter. */
public sealed interface RadioCommand {
    /** Switches the radio itself on. */
    record Power() implements RadioCommand {}

    /** Listens for devices that are being paired; takes air time from whatever plays. */
    record Discover(boolean on) implements RadioCommand {}

    /** Lets others find this box and ask to be paired. The agent decides who is let in. */
    record Visible(boolean on) implements RadioCommand {}

    /** One thing done with one device. */
    sealed interface WithDevice extends RadioCommand {
        Address device();
    }

    record Pair(Address device) implements WithDevice {}

    /** A trusted device may connect by itself. */
    record Trust(Address device) implements WithDevice {}

    record Connect(Address device) implements WithDevice {}

    record Disconnect(Address device) implements WithDevice {}

    record ConnectProfile(Address device, Profile profile) implements WithDevice {}

    record DisconnectProfile(Address device, Profile profile) implements WithDevice {}

    /** Forgets the pairing. */
    record Remove(Address device) implements WithDevice {}

    /** Presses a key of the source's player. */
    record Press(Address device, Key key) implements WithDevice {}

    /** @param volume the device's own, 0 to 127 */
    record SetVolume(Address device, int volume) implements WithDevice {
        public SetVolume {
            if (volume < 0 || volume > 127) {
                throw new IllegalArgumentException("an absolute volume is 0 to 127, not " + volume);
            }
        }
    }

    /** Keys of remote control. */
    enum Key {
        PLAY("Play"),
        PAUSE("Pause"),
        NEXT("Next"),
        PREVIOUS("Previous");

        private final String method;

        Key(String method) {
            this.method = method;
        }

        /** BlueZ's name for it. */
        public String method() {
            return method;
        }
    }
}
