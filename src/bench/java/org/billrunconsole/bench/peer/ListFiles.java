package org.billrunconsole.bench.peer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.billrunconsole.testkit.SandboxProcess;

/** The pages of a long list as a sandbox gave them, served from memory to whoever asks, with the files of web pages. */
final class ListFiles implements AutoCloseable {

    private static final int PAGE = 1000;
    private static final Pattern NUMBER = Pattern.compile("(?:^|&)page=(\\d+)");
    private static final byte[] NONE = "[]".getBytes(StandardCharsets.UTF_8);

    private final List<byte[]> pages = new ArrayList<>();
    private final Path files;
    private final HttpServer server;
    private final String token;

    /**
     * @param folder for the sandbox that gives the rows, over before this returns
     * @param files  what is served under {@code /page/}
     */
    ListFiles(Path folder, int runs, Path files) throws Exception {
        this.files = files;
        try (var sandbox = SandboxProcess.start(folder, "--runs", Integer.toString(runs));
                var http = HttpClient.newHttpClient()) {
            token = sandbox.token();
            for (int number = 1; number * PAGE <= runs; number++) {
                pages.add(http.send(HttpRequest.newBuilder(URI.create(sandbox.baseUri() + "/bill-runs?page=" + number
                        + "&pageSize=" + PAGE + "&sort=id")).header("Authorization", "Bearer " + sandbox.token())
                        .build(),
                        BodyHandlers.ofByteArray()).body());
            }
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    /** Where the pages of runs are. */
    URI api() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    /** What the console is let in with; nobody looks at it here. */
    String token() {
        return token;
    }

    /** Where a file of web pages is. */
    URI page(String name) {
        return api().resolve("/page/" + name);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            if (path.equals("/v1/bill-runs")) {
                var number = NUMBER.matcher(String.valueOf(exchange.getRequestURI().getQuery()));
                var page = number.find() ? Integer.parseInt(number.group(1)) : 1;
                send(exchange, "application/json", page <= pages.size() ? pages.get(page - 1) : NONE);
            } else if (path.startsWith("/page/") && Files.exists(files.resolve(path.substring("/page/".length())))) {
                send(exchange, path.endsWith(".html") ? "text/html; charset=utf-8" : "text/javascript",
                        Files.readAllBytes(files.resolve(path.substring("/page/".length()))));
            } else if (path.startsWith("/v1/")) {
                send(exchange, "application/json", NONE);
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
