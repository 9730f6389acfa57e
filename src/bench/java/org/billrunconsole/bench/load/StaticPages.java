package org.billrunconsole.bench.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.billrunconsole.bench.NotMeasured;
import org.billrunconsole.sandbox.Sandbox;
import org.billrunconsole.sandbox.api.SandboxOptions;
import org.billrunconsole.sandbox.data.SandboxUser;

/** The pages of a long list as files behind nginx, so that what serves them costs next to nothing. */
final class StaticPages implements AutoCloseable {

    static final int PAGE = 1000;

    private static final Path NGINX = Path.of("/usr/sbin/nginx");

    private final Process nginx;
    private final URI base;
    private final Path requests;
    private final int runs;

    private StaticPages(Process nginx, URI base, Path requests, int runs) {
        this.nginx = nginx;
        this.base = base;
        this.requests = requests;
        this.runs = runs;
    }

    static StaticPages start(Path folder, int runs) throws IOException, InterruptedException, NotMeasured {
        if (!Files.isExecutable(NGINX)) {
            throw new NotMeasured("not measured: there is no " + NGINX + " (Debian's package nginx-light)");
        }
        write(Files.createDirectories(folder.resolve("pages")), runs);
        int port = freePort();
        var configuration = folder.resolve("nginx.conf");
        Files.writeString(configuration, configuration(folder, port));
        var nginx = new ProcessBuilder(NGINX.toString(), "-p", folder.toString(), "-e", folder.resolve("error.txt")
                .toString(), "-c", configuration.toString()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.txt").toFile())
                .start();
        var pages = new StaticPages(nginx, URI.create("http://127.0.0.1:" + port), folder.resolve("requests.txt"),
                runs);
        pages.awaitListening(port);
        return pages;
    }

    URI base() {
        return base;
    }

    /** Of which the last, an empty one, says that there are no more. */
    int pages() {
        return runs / PAGE + 1;
    }

    /** When the last first page was asked for, in milliseconds since 1970, by the server. */
    double lastBegun() throws IOException {
        return Files.readAllLines(requests)
                .reversed()
                .stream()
                .map(line -> line.split(" "))
                .filter(line -> line[2].equals("1") && line[3].equals("-"))
                .findFirst()
                .map(line -> 1000 * (Double.parseDouble(line[0]) - Double.parseDouble(line[1])))
                .orElseThrow();
    }

    private static void write(Path folder, int runs) throws IOException, InterruptedException {
        try (var sandbox = Sandbox.start(SandboxOptions.defaults().withRuns(runs));
                var http = HttpClient.newHttpClient()) {
            // Two more than there are: a client that reads ahead asks for them before it knows where the list ends.
            for (int page = 1; page <= runs / PAGE + 3; page++) {
                var request = HttpRequest.newBuilder(URI.create(sandbox.baseUri() + "/bill-runs?page=" + page
                        + "&pageSize=" + PAGE + "&sort=id"))
                        .header("Authorization", "Bearer " + sandbox.token(SandboxUser.OPERATOR))
                        .build();
                var answer = http.send(request, BodyHandlers.ofFile(folder.resolve(page + ".json")));
                if (answer.statusCode() != 200) {
                    throw new IOException("The sandbox answers " + answer.statusCode());
                }
            }
        }
    }

    /** What the console asks for with every tick is there too, and empty. */
    private static String configuration(Path folder, int port) {
        return """
                %s
                worker_processes 1;
                daemon off;
                pid %2$s/nginx.pid;
                error_log %2$s/error.txt;
                events { worker_connections 64; }
                http {
                    log_format begun '$msec $request_time $arg_page $arg_billRunStatus';
                    access_log %2$s/requests.txt begun;
                    client_body_temp_path %2$s/tmp;
                    proxy_temp_path %2$s/tmp;
                    fastcgi_temp_path %2$s/tmp;
                    uwsgi_temp_path %2$s/tmp;
                    scgi_temp_path %2$s/tmp;
                    sendfile on;
                    tcp_nopush on;
                    keepalive_requests 100000;
                    keepalive_timeout 600s;
                    default_type application/json;
                    server {
                        listen 127.0.0.1:%3$d;
                        root %2$s/pages;
                        location = /adhoc-bill-runs { return 200 "[]"; }
                        location = /bill-runs {
                            if ($arg_billRunStatus) { return 200 "[]"; }
                            try_files /$arg_page.json =404;
                        }
                    }
                }
                """.formatted(System.getProperty("user.name").equals("root") ? "user root;" : "", folder, port);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitListening(int port) throws IOException {
        while (true) {
            try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException e) {
                if (!nginx.isAlive()) {
                    throw new IOException("nginx did not start, see nginx.txt and error.txt", e);
                }
                LockSupport.parkNanos(10_000_000);
            }
        }
    }

    @Override
    public void close() {
        nginx.destroy();
        nginx.onExit().join();
    }
}
