package ensemble.skill.smarthome;

import ensemble.contract.id.GroupId;
import ensemble.skill.household.UserId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Endpoint ids: {@code g:<hash of the user>:<group>}. Unique over all users of the skill, says nothing about
 * them, and an id of
 * another user names nothing.
 */
public final class Endpoints {
    private static final String KIND = "g:";
    private static final int HASH_BYTES = 8;

    private Endpoints() {}

    public static String idOf(UserId user, GroupId group) {
        return prefix(user) + group.value();
    }

    /** Empty unless it is an id of this very user. */
    public static Optional<GroupId> groupOf(UserId user, String endpointId) {
        String prefix = prefix(user);
        if (!endpointId.startsWith(prefix)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new GroupId(endpointId.substring(prefix.length())));
        } catch (IllegalArgumentException noGroupId) {
            return Optional.empty();
        }
    }

    private static String prefix(UserId user) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] hash = digest.digest(("endpoint of " + user.value()).getBytes(StandardCharsets.UTF_8));
            return KIND + HexFormat.of().formatHex(hash, 0, HASH_BYTES) + ":";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
