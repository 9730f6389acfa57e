package org.billrunconsole.bench.write;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Passes on what goes to and comes from a server on this machine, and notes when a PATCH arrives: its first bytes. */
final class Relay implements AutoCloseable {

    private static final int CHUNK = 1 << 16;
    private static final byte[] PATCH = "PATCH ".getBytes(StandardCharsets.US_ASCII);
    private static final int PATIENCE_SECONDS = 60;

    /** Takes what is about to be passed on. */
    @FunctionalInterface
    private interface Looker {
        void look(byte[] chunk, int size);
    }

    private final ServerSocket entrance;
    private final URI server;
    private final BlockingQueue<Long> arrivals = new LinkedBlockingQueue<>();

    Relay(URI server) throws IOException {
        this.server = server;
        entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** Where the server can be reached through it. */
    URI address() {
        return URI.create("http://" + entrance.getInetAddress().getHostAddress() + ":" + entrance.getLocalPort()
                + server.getPath());
    }

    /** When the next PATCH arrived, as {@link System#nanoTime()} counts; waits for it. */
    long awaitPatch() throws InterruptedException {
        return Optional.ofNullable(arrivals.poll(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .orElseThrow(() -> new IllegalStateException("No PATCH came"));
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                connect(entrance.accept());
            } catch (IOException _) {
                // Closed, or a client that left at once.
            }
        }
    }

    private void connect(Socket client) throws IOException {
        var beyond = new Socket(server.getHost(), server.getPort());
        client.setTcpNoDelay(true);
        beyond.setTcpNoDelay(true);
        Thread.ofVirtual().start(() -> pass(client, beyond, this::note));
        Thread.ofVirtual().start(() -> pass(beyond, client, (_, _) -> {}));
    }

    /** A client asks anew only once it has its answer, so that a request begins where something is read. */
    private void note(byte[] chunk, int size) {
        var now = System.nanoTime();
        var at = 0;
        while (at < PATCH.length && at < size && chunk[at] == PATCH[at]) {
            at++;
        }
        if (at == PATCH.length) {
            arrivals.add(now);
        }
    }

    private static void pass(Socket from, Socket to, Looker looker) {
        try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
            var chunk = new byte[CHUNK];
            for (var size = in.read(chunk); size >= 0; size = in.read(chunk)) {
                looker.look(chunk, size);
                out.write(chunk, 0, size);
            }
        } catch (IOException _) {
            // One of them has closed its end.
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }
}
