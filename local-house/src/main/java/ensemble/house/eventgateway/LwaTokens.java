package ensemble.house.eventgateway;

import ensemble.house.files.SafeFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Login with Amazon's codes and tokens. Each carries its kind, its user and its end, sealed by a key of the house, so that
 * those given out stay good when the house is restarted. Any thread may call.
 */
final class LwaTokens {
    static final long ACCESS_SECONDS = 3600;
    private static final long CODE_SECONDS = 300;
    private static final long FOREVER = Long.MAX_VALUE;
    private static final int KEY_BYTES = 32;
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final byte[] key;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    enum Kind {
        CODE("ANlocal"),
        ACCESS("Atza|"),
        REFRESH("Atzr|");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    /** @throws IOException naming the key file, if it is damaged or cannot be written */
    LwaTokens(Path file, InstantSource clock) throws IOException {
        if (!Files.exists(file)) {
            byte[] fresh = new byte[KEY_BYTES];
            random.nextBytes(fresh);
            SafeFiles.writeSecret(file, fresh);
        }
        this.key = Files.readAllBytes(file);
        if (key.length != KEY_BYTES) {
            throw new IOException(
                    "the key file " + file + " is damaged: it has " + key.length + " bytes, not " + KEY_BYTES);
        }
        this.clock = clock;
    }

    String issue(Kind kind, String user) {
        long now = clock.instant().getEpochSecond();
        long end =
                switch (kind) {
                    case CODE -> now + CODE_SECONDS;
                    case ACCESS -> now + ACCESS_SECONDS;
                    case REFRESH -> FOREVER;
                };
        String content = kind.name() + "\n" + user + "\n" + end + "\n" + random.nextLong();
        return kind.prefix + TEXT.encodeToString(content.getBytes(StandardCharsets.UTF_8)) + "." + seal(content);
    }

    /** Whose it is, if it is of that kind, ours, and not over. */
    Optional<String> user(Kind kind, String token) {
        int dot = token.lastIndexOf('.');
        if (!token.startsWith(kind.prefix) || dot < kind.prefix.length()) {
            return Optional.empty();
        }
        String content;
        try {
            content = new String(
                    Base64.getUrlDecoder().decode(token.substring(kind.prefix.length(), dot)), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
        byte[] sealed = token.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
        String[] parts = content.split("\n", -1);
        boolean ours = MessageDigest.isEqual(sealed, seal(content).getBytes(StandardCharsets.UTF_8))
                && parts.length == 4
                && parts[0].equals(kind.name());
        return ours && clock.instant().getEpochSecond() < Long.parseLong(parts[2])
                ? Optional.of(parts[1])
                : Optional.empty();
    }

    private String seal(String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return TEXT.encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HmacSHA256", impossible);
        }
    }
}
