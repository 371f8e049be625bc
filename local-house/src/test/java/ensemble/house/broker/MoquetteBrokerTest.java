package ensemble.house.broker;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.house.certs.HouseCerts;
import ensemble.house.meter.Meter;
import ensemble.house.rules.Rules;
import ensemble.house.shadow.ShadowService;
import ensemble.house.shadow.ShadowStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MoquetteBrokerTest extends IotBrokerContract {

    @Override
    Broker open(BrokerConfig config, BrokerEvents events) throws IOException {
        return MoquetteBroker.open(config, events, InstantSource.system());
    }

    @Test
    void aBusyPortIsNamed(@TempDir Path folder) throws IOException {
        InstantSource clock = InstantSource.system();
        HouseCerts certs = HouseCerts.prepare(folder, "speaker-box", Instant.now());
        Meter meter = new Meter();
        ShadowService shadows = new ShadowService(clock, ShadowStore.forgetful());
        try (Rules rules = new Rules(meter);
                CloudSide cloud = new CloudSide(shadows, rules, meter, clock);
                Broker first = open(new BrokerConfig("127.0.0.1", 0, certs, Policies.ofThisHouse()), cloud)) {
            BrokerConfig same = new BrokerConfig("127.0.0.1", first.port(), certs, Policies.ofThisHouse());
            IOException told = assertThrows(IOException.class, () -> open(same, cloud));
            assertTrue(told.toString().contains(Integer.toString(first.port())), told::toString);
        }
    }
}
