package ensemble.house.certs;

import ensemble.house.files.SafeFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * The certificates of a house, in files that clients read: {@code ca.pem}, and {@code server}, {@code hub} and
 * {@code tester} with {@code .pem} and {@code .key} (PKCS#8, 0600) each.
 *
 * @param folder where they lie
 * @param authority who signed them all
 * @param server what the broker shows
 */
public record HouseCerts(Path folder, Credential authority, Credential server) {
    /** The tester's thing: exists only in a local house and may use all its topics. */
    public static final String TESTER = "tester";

    /**
     * Reads the certificates of a folder, or makes those that are missing.
     *
     * @param hub the hub's thing name, 1 to 40 of a-z, 0-9 and inner '-'
     * @throws IOException naming the file that is damaged, expired, foreign or not to be written
     */
    public static HouseCerts prepare(Path folder, String hub, Instant now) throws IOException {
        Files.createDirectories(folder);
        Path ca = folder.resolve("ca.pem");
        Path caKey = folder.resolve("ca.key");
        if (!Files.exists(ca)) {
            write(Authority.create(now), ca, caKey);
        }
        Credential authority = read(ca, caKey);
        authority.check(ca, caKey, authority.certificate(), now);
        Credential server = pair(folder, "server", authority, now, () -> Authority.server(authority, now));
        Credential known = pair(folder, "hub", authority, now, () -> Authority.client(authority, hub, now));
        pair(folder, TESTER, authority, now, () -> Authority.client(authority, TESTER, now));
        String name = commonName(known.certificate().getSubjectX500Principal().getName());
        if (!name.equals(hub)) {
            throw Pem.unusable(folder.resolve("hub.pem"), "it belongs to the hub '" + name + "', not to '" + hub + "'");
        }
        return new HouseCerts(folder, authority, server);
    }

    /** A further thing's certificate in this folder, made if it is missing. */
    public Credential thing(String name, Instant now) throws IOException {
        return pair(folder, name, authority, now, () -> Authority.client(authority, name, now));
    }

    /** The CN of a distinguished name, "" if it has none. */
    public static String commonName(String distinguishedName) {
        try {
            for (Rdn part : new LdapName(distinguishedName).getRdns()) {
                if (part.getType().equalsIgnoreCase("CN")) {
                    return String.valueOf(part.getValue());
                }
            }
            return "";
        } catch (InvalidNameException unreadable) {
            return "";
        }
    }

    private static Credential pair(Path folder, String name, Credential authority, Instant now, Maker maker)
            throws IOException {
        Path certificate = folder.resolve(name + ".pem");
        Path key = folder.resolve(name + ".key");
        if (!Files.exists(certificate)) {
            write(maker.make(), certificate, key);
        }
        Credential pair = read(certificate, key);
        pair.check(certificate, key, authority.certificate(), now);
        return pair;
    }

    private static Credential read(Path certificate, Path key) throws IOException {
        if (!Files.exists(key)) {
            throw Pem.unusable(certificate, "its key " + key.getFileName() + " is gone");
        }
        return new Credential(Pem.certificate(certificate), Pem.key(key));
    }

    /** The key first: a pair counts as made when its certificate is there, so a power cut between the two heals itself. */
    private static void write(Credential pair, Path certificate, Path key) throws IOException {
        try {
            SafeFiles.writeSecret(key, Pem.of("PRIVATE KEY", pair.key().getEncoded()));
            SafeFiles.write(
                    certificate, Pem.of("CERTIFICATE", pair.certificate().getEncoded()));
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException("a certificate just made has an encoding", impossible);
        }
    }

    private interface Maker {
        Credential make();
    }
}
