package ensemble.skill.identity.nimbus;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URL;

/** Fetches keys and remembers whether the last fetch went well. */
final class NotingRetriever implements ResourceRetriever {
    private static final int FETCH_MILLIS = 1_500;
    private static final int MOST_KEY_BYTES = 64 * 1024;

    private final ResourceRetriever http = new DefaultResourceRetriever(FETCH_MILLIS, FETCH_MILLIS, MOST_KEY_BYTES);
    private volatile boolean lastWentWell;

    @Override
    public Resource retrieveResource(URL url) throws IOException {
        lastWentWell = false;
        Resource fetched = http.retrieveResource(url);
        lastWentWell = true;
        return fetched;
    }

    boolean lastWentWell() {
        return lastWentWell;
    }
}
