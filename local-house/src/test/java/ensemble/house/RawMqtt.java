package ensemble.house;

import ensemble.house.certs.Credential;
import ensemble.house.certs.HouseCerts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** MQTT by hand, for what a well-behaved client will not do: vanish without good-bye, break the protocol. */
public final class RawMqtt implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 15_000;
    private static final char[] PASSWORD = "x".toCharArray();

    private final SSLSocket socket;

    /** Opens the TLS connection and no more. */
    public RawMqtt(int port, HouseCerts certs, Credential credential) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, PASSWORD);
            Certificate authority = certs.authority().certificate();
            store.setCertificateEntry("ca", authority);
            store.setKeyEntry(
                    "key", credential.key(), PASSWORD, new Certificate[] {credential.certificate(), authority});
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port);
            socket.setSoTimeout(TIMEOUT_MILLIS);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Sends CONNECT with a last will and returns the code of CONNACK, or -1 if the connection ends instead. */
    public int connect(String clientId, String willTopic, String will) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        text(body, "MQTT");
        body.write(4);
        body.write(0x02 | 0x04 | 0x08); // clean session, a will at QoS 1
        body.write(0);
        body.write(60);
        text(body, clientId);
        text(body, willTopic);
        text(body, will);
        send(0x10, body.toByteArray());
        byte[] ack = socket.getInputStream().readNBytes(4);
        return ack.length == 4 ? ack[3] : -1;
    }

    /** Sends any packet. */
    public void send(int header, byte[] body) throws IOException {
        socket.getOutputStream().write(header);
        int left = body.length;
        do {
            socket.getOutputStream().write(left > 127 ? (left % 128) | 128 : left);
            left /= 128;
        } while (left > 0);
        socket.getOutputStream().write(body);
        socket.getOutputStream().flush();
    }

    /** Whether the other side hangs up. */
    public boolean isHungUp() throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (java.net.SocketException reset) {
            return true;
        }
    }

    /** Vanishes: no DISCONNECT. */
    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static void text(ByteArrayOutputStream out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write(bytes.length >> 8);
        out.write(bytes.length);
        out.writeBytes(bytes);
    }
}
