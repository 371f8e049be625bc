package ensemble.contract.value;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Under which a code is found, by whoever has the code: the same on both sides, because there is nothing else that both know. Slow
 * to make on purpose: who reads a shadow or a row must try 81 million codes to come to its code, and it lives ten minutes.
 *
 * @param value 22 characters of base64url
 */
public record LinkKey(String value) {
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final byte[] SALT = "ensemble link 1".getBytes(StandardCharsets.US_ASCII);

    /** 10 to 30 ms on a machine of today, once for each code that is shown or said. */
    private static final int ROUNDS = 20_000;

    private static final int BITS = 128;

    /** @throws IllegalArgumentException if the value breaks the rule */
    public LinkKey {
        if (!ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException("a link key is 22 characters of base64url");
        }
    }

    public static LinkKey of(LinkCode code) {
        PBEKeySpec spec = new PBEKeySpec(code.digits().toCharArray(), SALT, ROUNDS, BITS);
        try {
            byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
            return new LinkKey(Base64.getUrlEncoder().withoutPadding().encodeToString(key));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has PBKDF2 with SHA-256", impossible);
        } finally {
            spec.clearPassword();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
