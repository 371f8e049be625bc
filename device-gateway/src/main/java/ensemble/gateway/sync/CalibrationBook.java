package ensemble.gateway.sync;

import ensemble.contract.id.SpeakerId;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** The newest calibration of every speaker. Immutable. */
record CalibrationBook(SortedMap<SpeakerId, Calibration> bySpeaker) {
    static final CalibrationBook EMPTY = new CalibrationBook(new TreeMap<>());

    CalibrationBook {
        bySpeaker = Collections.unmodifiableSortedMap(new TreeMap<>(bySpeaker));
    }

    CalibrationBook with(Collection<Calibration> newer) {
        SortedMap<SpeakerId, Calibration> all = new TreeMap<>(bySpeaker);
        newer.forEach(one -> all.put(one.speaker(), one));
        return new CalibrationBook(all);
    }

    /** The frame that corrections are made from: the one measured last. */
    long frame() {
        return bySpeaker.values().stream().mapToLong(Calibration::frame).max().orElse(0);
    }

    Collection<Calibration> current() {
        return bySpeaker.values().stream().filter(one -> one.frame() == frame()).toList();
    }
}
