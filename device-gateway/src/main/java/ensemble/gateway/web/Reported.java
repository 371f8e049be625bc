package ensemble.gateway.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.shadow.ShadowName;
import ensemble.gateway.shadow.ReportedOutbox;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was last said to the cloud, so that the page shows the very same, also while the cloud is away. Safe from any
 * thread; waiting readers are woken by a change.
 */
public final class Reported implements ReportedOutbox {
    private final ReportedOutbox cloud;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<ShadowName, ObjectNode> newest = new EnumMap<>(ShadowName.class);
    private @Nullable ObjectNode calibration;
    private @Nullable ArrayNode outputs;
    private @Nullable ObjectNode hold;
    private long version;

    public Reported(ReportedOutbox cloud) {
        this.cloud = cloud;
    }

    @Override
    public void say(ShadowName shadow, ObjectNode reported) {
        lock.lock();
        try {
            if (!reported.equals(newest.put(shadow, reported))) {
                version++;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
        cloud.say(shadow, reported);
    }

    @Override
    public boolean connected() {
        return cloud.connected();
    }

    /** How the newest calibration goes; shown here alone, never sent away. */
    public void calibration(ObjectNode now) {
        shows(() -> calibration = now);
    }

    /** How holding goes; shown here alone, never sent away. */
    public void hold(ObjectNode now) {
        shows(() -> hold = now);
    }

    private void shows(Runnable change) {
        lock.lock();
        try {
            change.run();
            version++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How each output stands; shown here alone, never sent away. */
    public void outputs(ArrayNode now) {
        lock.lock();
        try {
            if (!now.equals(outputs)) {
                outputs = now;
                version++;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** How holding goes; empty before anybody has said. */
    Optional<ObjectNode> hold() {
        lock.lock();
        try {
            return Optional.ofNullable(hold).map(ObjectNode::deepCopy);
        } finally {
            lock.unlock();
        }
    }

    /** The newest calibration since the box began; empty before the first. */
    Optional<ObjectNode> calibration() {
        lock.lock();
        try {
            return Optional.ofNullable(calibration).map(ObjectNode::deepCopy);
        } finally {
            lock.unlock();
        }
    }

    /** Everything said, one field a shadow, and whether the cloud is there. */
    ObjectNode document() {
        lock.lock();
        try {
            ObjectNode all = JsonNodeFactory.instance.objectNode();
            newest.forEach((shadow, section) -> all.set(shadow.wire(), section.deepCopy()));
            all.set("calibration", calibration == null ? null : calibration.deepCopy());
            all.set("outputs", outputs == null ? null : outputs.deepCopy());
            all.set("hold", hold == null ? null : hold.deepCopy());
            return all.put("cloud", cloud.connected()).put("version", version);
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
