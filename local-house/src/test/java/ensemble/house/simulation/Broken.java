package ensemble.house.simulation;

/** A promise that was not kept, and how that was seen. */
record Broken(Promise promise, long atMillis, String how) {}
