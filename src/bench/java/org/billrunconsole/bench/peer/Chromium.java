package org.billrunconsole.bench.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.billrunconsole.bench.NotMeasured;

/** A headless browser of its own with one page, driven as its own developer tools drive it. */
final class Chromium implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int LOOK_MILLIS = 5;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger calls = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private WebSocket page;

    private Chromium(Process process) {
        this.process = process;
    }

    /**
     * Starts one on a page, which need not be there yet.
     *
     * @param profile an empty folder
     * @throws NotMeasured if there is none on this machine
     */
    static Chromium open(Path profile, URI address) throws Exception {
        var program = List.of("chromium", "chromium-browser", "google-chrome")
                .stream()
                .flatMap(
                        name -> List.of(System.getenv("PATH").split(":")).stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new NotMeasured("no Chromium here; Debian: apt install chromium"));
        // Ready-made rooms of a container are small; without GPU as without a screen, like ours.
        var started = new ProcessBuilder(program.toString(), "--headless=new", "--no-sandbox", "--disable-gpu",
                "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking",
                "--window-size=1440,900",
                "--remote-debugging-port=0", "--user-data-dir=" + profile, address.toString())
                .redirectErrorStream(true)
                .redirectOutput(profile.resolveSibling(profile.getFileName() + ".log").toFile())
                .start();
        var browser = new Chromium(started);
        try {
            browser.connect(profile.resolve("DevToolsActivePort"), address);
            return browser;
        } catch (Exception e) {
            browser.close();
            throw e;
        }
    }

    private void connect(Path ports, URI address) throws Exception {
        await(() -> Files.exists(ports) && Files.readAllLines(ports).size() >= 2);
        var port = Files.readAllLines(ports).getFirst();
        var socket = new CompletableFuture<String>();
        await(() -> {
            var list = http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list")).build(),
                    BodyHandlers.ofString());
            for (var each : JSON.readTree(list.body())) {
                if (each.path("type").asText().equals("page") && each.path("url").asText().startsWith(address
                        .toString())) {
                    socket.complete(each.get("webSocketDebuggerUrl").asText());
                }
            }
            return socket.isDone();
        });
        page = http.newWebSocketBuilder().buildAsync(URI.create(socket.join()), new Answers()).join();
    }

    /** What an expression gives, waited for if it is a promise. */
    JsonNode evaluate(String expression) throws Exception {
        var call = JSON.createObjectNode().put("expression", expression).put("awaitPromise", true).put("returnByValue",
                true);
        var result = call("Runtime.evaluate", call);
        if (result.has("exceptionDetails")) {
            throw new IOException(result.get("exceptionDetails").toString());
        }
        return result.path("result").path("value");
    }

    /** Presses a key with a letter and lets it go. */
    void type(String letter) throws Exception {
        var key = letter.toUpperCase(java.util.Locale.ROOT);
        call("Input.dispatchKeyEvent",
                JSON.createObjectNode().put("type", "keyDown").put("text", letter).put("key", letter)
                        .put("windowsVirtualKeyCode", (int) key.charAt(0)));
        call("Input.dispatchKeyEvent", JSON.createObjectNode().put("type", "keyUp").put("key", letter)
                .put("windowsVirtualKeyCode", (int) key.charAt(0)));
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    private JsonNode call(String method, ObjectNode parameters) throws Exception {
        var number = calls.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        answers.put(number, answer);
        var text = JSON.createObjectNode().put("id", number).put("method", method).set("params", parameters);
        page.sendText(text.toString(), true).join();
        return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Something that has to come true. */
    @FunctionalInterface
    interface Condition {

        boolean holds() throws Exception;
    }

    static void await(Condition condition) throws Exception {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new IOException("Not within " + PATIENCE.toSeconds() + " s");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    @Override
    public void close() throws IOException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Puts the parts of a message together and hands each answer to who waits for it. */
    private final class Answers implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                try {
                    var message = JSON.readTree(text.toString());
                    text.setLength(0);
                    var waiting = answers.remove(message.path("id").asInt());
                    if (waiting != null) {
                        waiting.complete(message.has("result") ? message.get("result") : message);
                    }
                } catch (IOException e) {
                    answers.values().forEach(each -> each.completeExceptionally(e));
                }
            }
            socket.request(1);
            return CompletableFuture.completedStage(null);
        }
    }
}
