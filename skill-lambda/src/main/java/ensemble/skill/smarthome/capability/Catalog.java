package ensemble.skill.smarthome.capability;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.skill.household.Household;
import ensemble.skill.smarthome.EndpointRef;
import ensemble.skill.smarthome.Endpoints;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Everything that Alexa may discover in a house. One thing that cannot be described must not hide the others. */
public final class Catalog {
    private static final System.Logger LOG = System.getLogger(Catalog.class.getName());

    /** Alexa takes no more of one customer. */
    private static final int MOST_ENDPOINTS = 300;

    private static final int HASH_BYTES = 6;

    private final Map<String, ObjectNode> byId;

    private Catalog(Map<String, ObjectNode> byId) {
        this.byId = Collections.unmodifiableMap(byId);
    }

    /** How one endpoint is described. */
    interface Describer {
        ObjectNode describe(Household house, EndpointRef endpoint);
    }

    public static Catalog of(Household house) {
        return of(house, Description::of);
    }

    static Catalog of(Household house, Describer describer) {
        Map<String, ObjectNode> byId = new LinkedHashMap<>();
        for (EndpointRef endpoint : Endpoints.of(house)) {
            try {
                if (byId.size() < MOST_ENDPOINTS) {
                    byId.put(Endpoints.idOf(house.user(), endpoint), describer.describe(house, endpoint));
                }
            } catch (RuntimeException bad) {
                LOG.log(System.Logger.Level.ERROR, "a device could not be described: " + endpoint, bad);
            }
        }
        return new Catalog(byId);
    }

    public Collection<ObjectNode> endpoints() {
        return byId.values();
    }

    public Map<String, ObjectNode> byId() {
        return byId;
    }

    /** A short hash of each description, by endpoint id. */
    public Map<String, String> hashes() {
        Map<String, String> hashes = new TreeMap<>();
        byId.forEach((id, description) -> hashes.put(id, hash(description.toString())));
        return hashes;
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(java.util.Arrays.copyOf(hash, HASH_BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
