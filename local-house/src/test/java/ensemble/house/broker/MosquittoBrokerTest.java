package ensemble.house.broker;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The shadows on a broker that nobody here wrote or bent: what passes only on ours would not pass at AWS either. */
final class MosquittoBrokerTest extends MqttContract {
    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void mosquittoIsThere() {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/sbin/mosquitto")),
                "skipped: /usr/sbin/mosquitto is not there (apt-get install mosquitto)");
    }

    @Override
    Broker open(BrokerConfig config, BrokerEvents events) throws IOException {
        return MosquittoBroker.open(folder, config, events);
    }

    /** It tells nobody; a clean good-bye was acknowledged before the client closed. */
    @Override
    void awaitHubAway() {}
}
