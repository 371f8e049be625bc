package ensemble.gateway.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.shadow.ShadowName;
import ensemble.gateway.shadow.ReportedOutbox;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps what was last said to the cloud, so that the page shows the very same, also while the cloud is away; and what is shown
 * on the page alone and never sent away. Safe from any thread; waiting readers are woken by a change.
 */
public final class Reported implements ReportedOutbox {
    private static final String CALIBRATION = "calibration";
    private static final String HOLD = "hold";
    private static final String OUTPUTS = "outputs";

    private final ReportedOutbox cloud;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final SortedMap<String, JsonNode> newest = new TreeMap<>();
    private long version;

    /** @param clock the box's wall clock, by which the page reads moments: its own may be wrong */
    public Reported(ReportedOutbox cloud, InstantSource clock) {
        this.cloud = cloud;
        this.clock = clock;
        for (String own : new String[] {CALIBRATION, HOLD, OUTPUTS}) {
            newest.put(own, JsonNodeFactory.instance.nullNode());
        }
    }

    @Override
    public void say(ShadowName shadow, ObjectNode reported) {
        show(shadow.wire(), reported);
        cloud.say(shadow, reported);
    }

    @Override
    public boolean connected() {
        return cloud.connected();
    }

    /**
     * Shows something on the page alone.
     *
     * @param field its name in the document; none of the shadows'
     * @param now given away: it must not be changed any more
     */
    public void show(String field, JsonNode now) {
        lock.lock();
        try {
            if (!now.equals(newest.put(field, now))) {
                version++;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** How the newest calibration goes. */
    public void calibration(ObjectNode now) {
        show(CALIBRATION, now);
    }

    /** How holding goes. */
    public void hold(ObjectNode now) {
        show(HOLD, now);
    }

    /** How each output stands. */
    public void outputs(ArrayNode now) {
        show(OUTPUTS, now);
    }

    /** How holding goes; empty before anybody has said. */
    Optional<ObjectNode> hold() {
        return object(HOLD);
    }

    /** The newest calibration since the box began; empty before the first. */
    Optional<ObjectNode> calibration() {
        return object(CALIBRATION);
    }

    private Optional<ObjectNode> object(String field) {
        lock.lock();
        try {
            return newest.get(field) instanceof ObjectNode known ? Optional.of(known.deepCopy()) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** Everything said, one field each, the box's time, and whether the cloud is there. */
    ObjectNode document() {
        lock.lock();
        try {
            ObjectNode all = JsonNodeFactory.instance.objectNode();
            newest.forEach((field, section) -> all.set(field, section.deepCopy()));
            return all.put("cloud", cloud.connected())
                    .put("now", clock.instant().toString())
                    .put("version", version);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until something newer than a version is there, or for so long. */
    void awaitNewerThan(long seen, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (version <= seen && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
