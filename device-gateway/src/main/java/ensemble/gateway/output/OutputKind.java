package ensemble.gateway.output;

import java.util.List;
import java.util.Optional;

/** What an output is. Closed: whoever adds a kind is led by the compiler to every place that must know it. */
public sealed interface OutputKind {
    /** Its word in the configuration. */
    String word();

    /** How many speakers play as one on it; 1 = a speaker of its own. */
    int speakers();

    /** Any sink of the audio graph, of which nothing more is known. */
    record Sink() implements OutputKind {
        @Override
        public String word() {
            return "sink";
        }

        @Override
        public int speakers() {
            return 1;
        }
    }

    /** One Bluetooth speaker; the section {@code bluetooth} says which. */
    record Bluetooth() implements OutputKind {
        @Override
        public String word() {
            return "bluetooth";
        }

        @Override
        public int speakers() {
            return 1;
        }
    }

    /** Two speakers linked with each other by their maker's own radio: TWS, PartyBoost, SimpleSync. One sink. */
    record LinkedPair() implements OutputKind {
        @Override
        public String word() {
            return "pair";
        }

        @Override
        public int speakers() {
            return 2;
        }
    }

    /** How sound reaches a transmitter that this box feeds. */
    enum Feed {
        USB,
        CABLE,
        BLUETOOTH
    }

    /**
     * A box that sends on to several Bluetooth speakers.
     *
     * @param card its USB identity or its card's name at ALSA; empty = its sink's name alone is known
     * @param addedMillis by how much it is later than its own input
     * @param power how to switch it off and on; empty = by hand
     */
    record Transmitter(
            Feed feed, int speakers, Optional<CardIdentity> card, double addedMillis, Optional<PowerSwitch> power)
            implements OutputKind {
        public static final double USUAL_ADDED_MILLIS = 50;

        @Override
        public String word() {
            return "transmitter";
        }
    }

    /** A transmitter whose sound comes straight from the Echo: this box has only its switch. */
    record EchoFed(int speakers, PowerSwitch power) implements OutputKind {
        @Override
        public String word() {
            return "echo-transmitter";
        }
    }

    /** A cable from the box to one speaker. */
    record Aux() implements OutputKind {
        @Override
        public String word() {
            return "aux";
        }

        @Override
        public int speakers() {
            return 1;
        }
    }

    /** A cable from the box to a speaker, and from each to the next. */
    record AuxChain(int speakers) implements OutputKind {
        /** Each link was claimed to add this much; nobody has measured it with us. */
        static final double LEAST_LINK_MILLIS = 0.8;

        static final double MOST_LINK_MILLIS = 1.2;

        @Override
        public String word() {
            return "aux-chain";
        }
    }

    /** One AirPlay 1 receiver, through PipeWire's RAOP sink. */
    record AirPlay(String host, int port) implements OutputKind {
        @Override
        public String word() {
            return "airplay";
        }

        @Override
        public int speakers() {
            return 1;
        }
    }

    /**
     * One stream of the box's own Snapcast server, and the clients that play it.
     *
     * @param clients their ids or names at Snapcast, at least one; several play as one
     * @param bufferMillis the server's buffer
     */
    record Snapcast(List<String> clients, double bufferMillis) implements OutputKind {
        public Snapcast {
            clients = List.copyOf(clients);
        }

        @Override
        public String word() {
            return "snapcast";
        }

        @Override
        public int speakers() {
            return clients.size();
        }
    }
}
