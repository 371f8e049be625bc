package ensemble.house.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import ensemble.house.files.SafeFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;

/** The RSA key that signs tokens, kept as a JWK that only its owner reads. */
final class SigningKey {
    private static final int BITS = 2048;

    private SigningKey() {}

    /** @throws IOException naming the file, if it is damaged or cannot be written */
    static RSAKey prepare(Path file) throws IOException {
        if (!Files.exists(file)) {
            SafeFiles.writeSecret(file, create().toJSONString().getBytes(StandardCharsets.UTF_8));
        }
        try {
            RSAKey key = RSAKey.parse(Files.readString(file));
            if (key.isPrivate() && key.getKeyID() != null) {
                return key;
            }
        } catch (ParseException | IllegalArgumentException damaged) {
            throw new IOException(unusable(file), damaged);
        }
        throw new IOException(unusable(file));
    }

    private static RSAKey create() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("this Java cannot make RSA keys", impossible);
        }
    }

    private static String unusable(Path file) {
        return "the key file " + file + " is damaged; remove it to have a new one (tokens issued so far end with it)";
    }
}
