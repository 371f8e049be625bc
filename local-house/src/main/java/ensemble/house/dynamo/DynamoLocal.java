package ensemble.house.dynamo;

import ensemble.house.files.SafeFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * Amazon's DynamoDB Local in this process, on a free loopback port. Its own launcher is not used: that one listens on all
 * addresses and sets up telemetry. Its licence allows it on the user's own machine only; nothing we package contains it.
 */
final class DynamoLocal implements AutoCloseable {
    private static final long NEEDED_BYTES = 2L << 20;
    private static final int THREADS = 12;
    /** Held, because the logging system forgets levels of loggers that nobody holds. */
    private static final List<Logger> QUIET =
            List.of(Logger.getLogger("org.eclipse.jetty"), Logger.getLogger("com.almworks.sqlite4java"));

    private final Server server;
    private final LocalDynamoDBServerHandler handler;
    private final ServerConnector connector;

    private DynamoLocal(Server server, LocalDynamoDBServerHandler handler, ServerConnector connector) {
        this.server = server;
        this.handler = handler;
        this.connector = connector;
    }

    /**
     * Opens it.
     *
     * @param folder where its file lies, null to keep everything in memory
     * @throws IOException if the folder is full, read-only or damaged
     */
    static DynamoLocal open(@Nullable Path folder) throws IOException {
        QUIET.forEach(logger -> logger.setLevel(Level.OFF));
        if (folder != null) {
            SafeFiles.requireWritable(folder, NEEDED_BYTES);
        }
        LocalDynamoDBServerHandler handler = new LocalDynamoDBServerHandler(
                new LocalDynamoDBRequestHandler(
                        0, folder == null, folder == null ? null : folder.toString(), true, false),
                null);
        Server server = new Server(new QueuedThreadPool(THREADS, 2));
        ServerConnector connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        connector.setPort(0);
        server.addConnector(connector);
        ContextHandler everything = new ContextHandler();
        everything.setHandler(handler);
        server.setHandler(everything);
        try {
            server.start();
        } catch (Exception failed) {
            throw new IOException("DynamoDB Local does not start: " + failed.getMessage(), failed);
        }
        return new DynamoLocal(server, handler, connector);
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort());
    }

    @Override
    public void close() {
        try {
            server.stop();
            handler.close();
        } catch (Exception failed) {
            System.getLogger("ensemble.house.dynamo")
                    .log(System.Logger.Level.WARNING, "DynamoDB Local did not close cleanly", failed);
        }
    }
}
