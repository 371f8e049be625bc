package ensemble.skill.household;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Names one request of Alexa, so that the same request delivered twice acts once. Made from the request's id,
 * never from
 * its content: "louder" said twice is two requests.
 *
 * @param value 12 characters of base64url
 */
public record RequestKey(String value) {
    private static final int BYTES = 9;

    public static RequestKey of(String requestId) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(requestId.getBytes(StandardCharsets.UTF_8));
            byte[] head = java.util.Arrays.copyOf(hash, BYTES);
            return new RequestKey(Base64.getUrlEncoder().withoutPadding().encodeToString(head));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
