package ensemble.gateway.sync.analysis;

import ensemble.sync.probe.Probe;

/** Turns a take into a finding. */
public interface Analysis {
    /**
     * Analyses; the caller waits, some seconds.
     *
     * @param take 48 kHz, one channel
     * @throws AnalysisFault if no verdict came
     */
    Finding of(float[] take, Probe probe) throws AnalysisFault, InterruptedException;
}
