package ensemble.house.dynamo;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;

/** Sends DynamoDB's JSON protocol as it is. */
final class Wire implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** DynamoDB Local wants one, of any account. */
    private static final String SIGNATURE =
            "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request,"
                    + " SignedHeaders=host, Signature=0";

    private final URI endpoint;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    Wire(URI endpoint) {
        this.endpoint = endpoint;
    }

    HttpResponse<byte[]> call(String target, Map<String, String> headers, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint)
                .timeout(PATIENCE)
                .header("X-Amz-Target", target)
                .header("Content-Type", headers.getOrDefault("content-type", "application/x-amz-json-1.0"))
                .header("Authorization", headers.getOrDefault("authorization", SIGNATURE))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        for (String name : new String[] {"x-amz-date", "x-amz-security-token"}) {
            if (headers.containsKey(name)) {
                request.header(name, headers.get(name));
            }
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the house closes");
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
