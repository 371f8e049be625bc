package ensemble.house.simulation;

import ensemble.skill.command.Command;
import ensemble.skill.command.CommandDesk;
import java.util.Set;

/** One request of a person's and what was told of it. */
final class Request {
    /** The last word a person has. */
    enum Told {
        NOTHING,
        LATER,
        DONE,
        CANNOT
    }

    final String id;
    final Command command;
    final Set<String> wanted;
    Told told = Told.NOTHING;
    long toldAt;
    long startedAt;
    int underWay;
    long n = -1;
    long storeN;

    Request(String id, Command command) {
        this.id = id;
        this.command = command;
        this.wanted = Home.names(CommandDesk.wanted(command, Home.AT_FIRST));
    }

    /** Whether its last word is "cannot", and has been for so long. */
    boolean isToldCannot(long now, long forMillis) {
        return told == Told.CANNOT && underWay == 0 && now - toldAt > forMillis;
    }

    @Override
    public String toString() {
        return id + " " + command;
    }
}
