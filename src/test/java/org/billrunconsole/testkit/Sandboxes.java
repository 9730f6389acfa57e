package org.billrunconsole.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.billrunconsole.sandbox.Sandbox;
import org.billrunconsole.sandbox.api.HttpExchangeRecord;
import org.billrunconsole.sandbox.api.SandboxObserver;
import org.billrunconsole.sandbox.api.SandboxOptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The only way in which tests start a sandbox, so that every answer of every sandbox is held against the contract file.
 * As a JUnit extension ({@code @RegisterExtension}) it closes what it started and fails the test after which an answer
 * was found wanting; a whole-program test that starts its sandbox elsewhere gives it {@link #watching} options.
 */
public final class Sandboxes implements AfterEachCallback {

    private static final int MOST_UNREAD = 1_000;

    private final Queue<Sandbox> started = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<HttpExchangeRecord> unread = new LinkedBlockingQueue<>(MOST_UNREAD);
    private final Set<String> problems = ConcurrentHashMap.newKeySet();

    /** Starts one that ends with the test. */
    public Sandbox start(SandboxOptions options) {
        var sandbox = Sandbox.start(watching(options));
        started.add(sandbox);
        return sandbox;
    }

    public Sandbox start() {
        return start(SandboxOptions.defaults());
    }

    /** The same options, with every answer held against the contract. An observer that was there is still told. */
    public SandboxOptions watching(SandboxOptions options) {
        SandboxObserver before = options.observer();
        return options.withObserver(exchange -> {
            before.answered(exchange);
            // Held against the contract later: the first time takes seconds, and somebody is waiting for the answer.
            while (!unread.offer(exchange)) {
                readUp();
            }
        });
    }

    /** What was not as the contract has it, over all sandboxes so far. */
    public List<String> problems() {
        readUp();
        return List.copyOf(problems);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        for (var sandbox = started.poll(); sandbox != null; sandbox = started.poll()) {
            sandbox.close();
        }
        var found = problems();
        problems.clear();
        assertThat(found).as("answers that break the contract").isEmpty();
    }

    private void readUp() {
        for (var exchange = unread.poll(); exchange != null; exchange = unread.poll()) {
            problems.addAll(problems(exchange));
        }
    }

    private static List<String> problems(HttpExchangeRecord exchange) {
        if (exchange.byFault() || !isInContract(exchange)) {
            return List.of();
        }
        var asked = new Contract.Asked(exchange.method(), exchange.path(), exchange.query(), exchange.requestHeaders(),
                Optional.of(exchange.requestBody()).filter(body -> !body.isEmpty()));
        return Contract.get()
                .problems(asked, exchange.status(), exchange.contentType(), exchange.body())
                .stream()
                .filter(problem -> !isPercentageOfRegularRun(problem))
                .map(problem -> exchange.method() + " " + exchange.path() + " " + exchange.status() + ": " + problem)
                .toList();
    }

    /**
     * The validator takes a property that a schema does not name for a fault. The contract means it otherwise for this
     * one: "read summaryStatusPercentage if it appears on a regular run". Any other is still a problem.
     */
    private static boolean isPercentageOfRegularRun(String problem) {
        return problem.contains("additionalProperties") && problem.contains("property 'summaryStatusPercentage'");
    }

    /** A path or a method that the contract does not have cannot be answered by it; the sandbox says 404 or 405. */
    private static boolean isInContract(HttpExchangeRecord exchange) {
        return exchange.operation().isPresent();
    }
}
