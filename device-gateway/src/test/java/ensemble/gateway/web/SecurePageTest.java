package ensemble.gateway.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.gateway.config.GatewayConfig;
import ensemble.gateway.time.Clocks;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over https, as a phone needs it. */
final class SecurePageTest {
    @TempDir
    private Path state;

    private BoxPage opens() throws IOException {
        GatewayConfig.Page at = new GatewayConfig.Page("127.0.0.1", 0, OptionalInt.of(0), Set.of("attic-box"));
        BoxPage page = new BoxPage(at, state.resolve("page.p12"), session -> false);
        page.start(new Reported(new BoxPageTest.NoCloud(), Clocks.system().wall()), List.of());
        return page;
    }

    private int asks(BoxPage page) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(state.resolve("page.p12"))) {
            trusted.load(in, "page-of-this-box".toCharArray());
        }
        KeyStore certificates = KeyStore.getInstance("PKCS12");
        certificates.load(null, null);
        certificates.setCertificateEntry("page", trusted.getCertificate("page"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(certificates);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        URI status = URI.create("https://localhost:" + page.securePort().orElseThrow() + "/api/status");
        try (HttpClient browser = HttpClient.newBuilder().sslContext(context).build()) {
            return browser.send(HttpRequest.newBuilder(status).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    @Test
    void thePageComesByHttpsWithAKeyMadeOnce() throws Exception {
        try (BoxPage page = opens()) {
            assertEquals(200, asks(page));
        }
        byte[] made = Files.readAllBytes(state.resolve("page.p12"));
        try (BoxPage again = opens()) {
            assertEquals(200, asks(again));
        }

        assertEquals(List.of(made.length), List.of(Files.readAllBytes(state.resolve("page.p12")).length));
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(state.resolve("page.p12"))));
        assertEquals(List.of("page.p12"), List.of(String.valueOf(state.toFile().list()[0])), "nothing else is left");
    }

    @Test
    void aKeyThatCannotBeReadIsSaidWithItsFile() throws Exception {
        Files.writeString(state.resolve("page.p12"), "no key");

        IOException told = assertThrows(IOException.class, this::opens);

        assertTrue(String.valueOf(told.getMessage()).contains("page.p12"), told.getMessage());
    }

    @Test
    void itIsMadeForEveryNameOfTheBox() {
        assertEquals(
                "dns:localhost,ip:127.0.0.1,dns:attic-box,dns:attic-box.local",
                SecureKeys.alternatives(Set.of("attic-box")));
    }
}
