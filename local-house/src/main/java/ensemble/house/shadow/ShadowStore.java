package ensemble.house.shadow;

import java.io.IOException;
import java.util.Map;

/** Where shadows outlive the process. Called by one thread at a time. */
public interface ShadowStore {

    /**
     * Everything as it was last saved; empty at the first run.
     *
     * @throws IOException naming the file, if it cannot be read or is not what was written
     */
    Map<ShadowKey, ShadowDocument> load() throws IOException;

    /**
     * Keeps exactly this, for good before it returns.
     *
     * @throws IOException if it could not; what was saved before is then still whole
     */
    void save(Map<ShadowKey, ShadowDocument> shadows) throws IOException;

    /** A store that forgets with the process. */
    static ShadowStore forgetful() {
        return new ShadowStore() {
            @Override
            public Map<ShadowKey, ShadowDocument> load() {
                return Map.of();
            }

            @Override
            public void save(Map<ShadowKey, ShadowDocument> shadows) {}
        };
    }
}
