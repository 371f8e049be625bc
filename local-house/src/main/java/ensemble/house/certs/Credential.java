package ensemble.house.certs;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * A certificate with its key.
 *
 * @param certificate X.509
 * @param key its private half
 */
public record Credential(X509Certificate certificate, PrivateKey key) {

    /** Throws what is wrong with the pair, naming the file. */
    void check(Path certificateFile, Path keyFile, X509Certificate issuer, Instant now) throws IOException {
        try {
            certificate.verify(issuer.getPublicKey());
        } catch (GeneralSecurityException foreign) {
            throw Pem.unusable(certificateFile, "it was not signed by the house's ca.pem", foreign);
        }
        if (now.isAfter(certificate.getNotAfter().toInstant())) {
            throw Pem.unusable(
                    certificateFile,
                    "it expired on " + certificate.getNotAfter().toInstant());
        }
        if (!belongTogether()) {
            throw Pem.unusable(keyFile, "it is not the key of " + certificateFile.getFileName());
        }
    }

    private boolean belongTogether() {
        byte[] text = {1, 2, 3};
        try {
            Signature signer = Signature.getInstance("SHA256withECDSA");
            signer.initSign(key);
            signer.update(text);
            Signature checker = Signature.getInstance("SHA256withECDSA");
            checker.initVerify(certificate.getPublicKey());
            checker.update(text);
            return checker.verify(signer.sign());
        } catch (GeneralSecurityException otherKind) {
            return false;
        }
    }
}
