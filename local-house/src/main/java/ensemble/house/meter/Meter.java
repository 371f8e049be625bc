package ensemble.house.meter;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** Billable units since the start. Any thread may count and read. */
public final class Meter {
    private static final int MESSAGE_UNIT = 5 * 1024;
    private static final int SHADOW_UNIT = 1024;
    private static final double MILLIS_PER_MINUTE = 60_000;

    private final LongAdder commands = new LongAdder();
    private final LongAdder shadowOps = new LongAdder();
    private final LongAdder messages = new LongAdder();
    private final LongAdder ruleTriggers = new LongAdder();
    private final DoubleAdder writeUnits = new DoubleAdder();
    private final DoubleAdder readUnits = new DoubleAdder();
    private final LongAdder lambdaMillis = new LongAdder();
    private final LongAdder connectMillis = new LongAdder();
    private final List<LongSupplier> openConnections = new CopyOnWriteArrayList<>();

    /** One Alexa request that was handled. */
    public void command() {
        commands.increment();
    }

    /** One shadow operation, in units of 1 KB of the shadow's state without metadata, at least one. */
    public void shadowOperation(int stateBytes) {
        shadowOps.add(units(stateBytes, SHADOW_UNIT));
    }

    /** One message in or out, or a client's PUBACK (0 bytes), in units of 5 KB, at least one. */
    public void message(int payloadBytes) {
        messages.add(units(payloadBytes, MESSAGE_UNIT));
    }

    /** One rule that fired. */
    public void ruleTrigger() {
        ruleTriggers.increment();
    }

    /** What a write to the table consumed; half units occur only for reads. */
    public void write(double capacityUnits) {
        writeUnits.add(capacityUnits);
    }

    /** What a read of the table consumed. */
    public void read(double capacityUnits) {
        readUnits.add(capacityUnits);
    }

    /** Billed time of one Lambda call, in milliseconds. */
    public void lambda(long millis) {
        lambdaMillis.add(millis);
    }

    /** A connection that ended after so many milliseconds. */
    public void connectionEnded(long millis) {
        connectMillis.add(millis);
    }

    /** Where to ask for the milliseconds of connections that are still open. */
    public void openConnections(LongSupplier millis) {
        openConnections.add(millis);
    }

    /** The document of {@code GET /meter}. */
    public ObjectNode document() {
        long connected = connectMillis.sum()
                + openConnections.stream().mapToLong(LongSupplier::getAsLong).sum();
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("commands", commands.sum());
        document.put("shadowOps", shadowOps.sum());
        document.put("messages", messages.sum());
        document.put("ruleTriggers", ruleTriggers.sum());
        document.put("writeUnits", writeUnits.sum());
        document.put("readUnits", readUnits.sum());
        document.put("lambdaMs", lambdaMillis.sum());
        document.put("connectMinutes", connected / MILLIS_PER_MINUTE);
        return document;
    }

    private static long units(int bytes, int unit) {
        return Math.max(1, Math.ceilDiv(bytes, unit));
    }
}
