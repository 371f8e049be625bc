package ensemble.gateway.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * The page's own certificate, signed by itself and made once: a browser lends its microphone to pages that come by https only. No
 * authority vouches for a box at home, so each browser asks once whether to go on.
 */
final class SecureKeys {
    /** What guards the file is its mode; a password that lies beside it would guard nothing. */
    private static final String PASSWORD = "page-of-this-box";

    private static final int DAYS = 3650;
    private static final int PATIENCE_SECONDS = 60;

    private SecureKeys() {}

    /**
     * What the page proves itself with.
     *
     * @param file where the key is kept; made if it is not there
     * @param names what the box is called
     * @throws IOException with a sentence, if it can be neither read nor made
     */
    static SSLContext context(Path file, Set<String> names) throws IOException {
        if (!Files.exists(file)) {
            make(file, names);
        }
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD.toCharArray());
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new IOException(
                    "the page's key " + file + " cannot be used (" + unreadable.getMessage() + "): remove it",
                    unreadable);
        }
    }

    private static void make(Path file, Set<String> names) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = Files.createTempDirectory(
                file.toAbsolutePath().getParent(),
                "key",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try {
            Path made = fresh.resolve("page.p12");
            run(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    "page",
                    "-keyalg",
                    "EC",
                    "-groupname",
                    "secp256r1",
                    "-validity",
                    String.valueOf(DAYS),
                    "-dname",
                    "CN=Speaker box",
                    "-ext",
                    "san=" + alternatives(names),
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    made.toString(),
                    "-storepass",
                    PASSWORD));
            Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-------"));
            Files.move(made, file);
        } finally {
            try (Stream<Path> left = Files.list(fresh)) {
                for (Path one : left.toList()) {
                    Files.delete(one);
                }
            }
            Files.delete(fresh);
        }
    }

    static String alternatives(Set<String> names) {
        return Stream.concat(
                        Stream.of("dns:localhost", "ip:127.0.0.1"),
                        names.stream().sorted().flatMap(name -> Stream.of("dns:" + name, "dns:" + name + ".local")))
                .distinct()
                .collect(Collectors.joining(","));
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("the page's key could not be made: " + said.strip());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("the page's key was not made: the box is ending", stopping);
        } finally {
            process.destroyForcibly();
        }
    }
}
