package ensemble.house.broker;

import ensemble.house.certs.HouseCerts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** The policies attached to the certificates of a local house. */
public final class Policies {
    private Policies() {}

    /** The tester may do everything in this house; every other thing is a hub and has the cloud stack's hub policy. */
    public static Function<String, Policy> ofThisHouse() throws IOException {
        Policy hub = Policy.parse(resource("/ensemble/infra/hub-policy.json"));
        Policy tester = Policy.parse(resource("tester-policy.json"));
        return thing -> thing.equals(HouseCerts.TESTER) ? tester : hub;
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Policies.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
