package org.billrunconsole.testkit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that does to a socket exactly what a test says: for the faults that no well-behaved server can show. */
public final class RawServer implements AutoCloseable {

    private final ServerSocket listening;
    private final Behaviour behaviour;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> headers = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();

    /** What to do with a connection. The socket is closed when it returns. */
    @FunctionalInterface
    public interface Behaviour {

        void serve(Connection connection) throws IOException;
    }

    public RawServer(Behaviour behaviour) {
        this.behaviour = behaviour;
        try {
            listening = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("raw server").start(this::accept);
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort() + "/v1");
    }

    /** The same address, as if TLS were spoken there. */
    public URI secureBase() {
        return URI.create("https://127.0.0.1:" + listening.getLocalPort() + "/v1");
    }

    /** The first lines of the requests that were read. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** The header lines of all requests that were read. */
    public List<String> headers() {
        return List.copyOf(headers);
    }

    public int connections() {
        return connections.get();
    }

    /** How many connections this side has closed. */
    public int closedConnections() {
        return closed.get();
    }

    private void accept() {
        try {
            while (true) {
                var socket = listening.accept();
                connections.incrementAndGet();
                sockets.add(socket);
                Thread.ofVirtual().name("raw connection").start(() -> serve(socket));
            }
        } catch (IOException _) {
            // Closed: the end of the test.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            behaviour.serve(new Connection(socket));
        } catch (IOException _) {
            // The client went away, which many a fault is meant to bring about.
        } finally {
            closed.incrementAndGet();
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (var socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One connection, as a behaviour sees it. */
    public final class Connection {

        private final Socket socket;
        private final InputStream in;
        private final OutputStream out;

        private Connection(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new BufferedInputStream(socket.getInputStream());
            this.out = socket.getOutputStream();
        }

        /** Reads one request to its end and gives its first line; empty if the client is gone. */
        public Optional<String> request() throws IOException {
            var first = line();
            if (first.isEmpty()) {
                return Optional.empty();
            }
            requests.add(first.get());
            int length = 0;
            for (var header = line(); header.isPresent() && !header.get().isEmpty(); header = line()) {
                headers.add(header.get());
                if (header.get().regionMatches(true, 0, "Content-Length:", 0, 15)) {
                    length = Integer.parseInt(header.get().substring(15).strip());
                }
            }
            in.readNBytes(length);
            return first;
        }

        /** Writes text as it is. */
        public void send(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        /** A whole answer that leaves the connection open. */
        public void answer(String json) throws IOException {
            send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                    + json.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + json);
        }

        /** Says nothing until the client has gone. */
        public void stall() throws IOException {
            in.transferTo(OutputStream.nullOutputStream());
        }

        /** Sends a byte now and then until the client has gone: never silent, never done. */
        public void trickle() throws IOException {
            socket.setSoTimeout(20);
            boolean there = true;
            while (there) {
                try {
                    there = in.read() >= 0;
                } catch (SocketTimeoutException _) {
                    send(" ");
                }
            }
        }

        /** Closes with a reset instead of an orderly end. */
        public void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        private Optional<String> line() throws IOException {
            var text = new StringBuilder();
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next == '\n') {
                    return Optional.of(text.toString().stripTrailing());
                }
                text.append((char) next);
            }
            return Optional.empty();
        }
    }
}
