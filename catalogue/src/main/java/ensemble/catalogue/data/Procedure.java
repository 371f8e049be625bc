package ensemble.catalogue.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Steps that lead to a link; never empty. */
public record Procedure(String id, String name, Evidence evidence, List<Step> steps) {
    /**
     * One thing to do.
     *
     * @param unit who it is done to: A, B, both, source, app, transmitter, box
     * @param holdSeconds how long to hold the buttons named; null if nothing is held
     * @param waitSeconds how long to wait afterwards; null for no wait
     * @param withinSeconds by when the expected must show; null for no limit
     * @param expect what must show when it has worked
     * @param ifNot what to do when it does not
     * @param back id of the step to return to when it does not; null = this one again
     */
    public record Step(
            String id,
            String unit,
            String say,
            @Nullable Integer holdSeconds,
            @Nullable Integer waitSeconds,
            @Nullable Integer withinSeconds,
            String expect,
            String ifNot,
            @Nullable String back,
            List<String> conflicts) {
        /** The step in one line. */
        public String words() {
            return say
                    + (holdSeconds == null ? "" : " (hold " + holdSeconds + " s)")
                    + (waitSeconds == null ? "" : " (wait " + waitSeconds + " s)")
                    + " -> " + expect;
        }
    }
}
