package org.billrunconsole.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.billrunconsole.api.ClientOptions;
import org.billrunconsole.api.ReadRetries;
import org.billrunconsole.api.http.Operation.Told;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.write.WriteOutcome;
import org.billrunconsole.testkit.ApiServer;
import org.billrunconsole.testkit.RawServer;
import org.billrunconsole.testkit.Samples;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Interrupting and closing: calls end at once, and a write's caller is still told the truth. */
class CancellingContractTest {

    private static final RawServer.Behaviour READ_AND_STALL = connection -> {
        connection.request();
        connection.stall();
    };

    /** The kinds of thread a caller may have; only one of them can be interrupted in a socket. */
    enum Caller {
        PLATFORM, VIRTUAL
    }

    /**
     * A call on a thread of its own.
     *
     * @param thread where it runs
     * @param task   what it was told, and whether its thread was left interrupted
     */
    private record Running(Thread thread, FutureTask<Ended> task) {

        static Running start(Caller caller, TestClient client, Operation operation) {
            var task = new FutureTask<>(
                    () -> new Ended(client.told(operation), Thread.currentThread().isInterrupted()));
            var thread = switch (caller) {
                case PLATFORM -> Thread.ofPlatform().daemon().start(task);
                case VIRTUAL -> Thread.ofVirtual().start(task);
            };
            return new Running(thread, task);
        }

        Ended end() throws Exception {
            return task.get(20, TimeUnit.SECONDS);
        }
    }

    private record Ended(Told told, boolean interrupted) {}

    @ParameterizedTest
    @EnumSource
    void anInterruptEndsAReadUnderWay(Caller caller) throws Exception {
        try (var server = new RawServer(READ_AND_STALL);
                var client = TestClient.of(TestClient.options(server.base()))) {
            var running = Running.start(caller, client, Operation.READ_BILL_RUN);
            await().until(() -> server.requests().size() == 1);
            running.thread().interrupt();
            var ended = running.end();
            assertThat(ended.told().failure()).containsInstanceOf(Failure.Cancelled.class);
            assertThat(ended.interrupted()).isTrue();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anInterruptEndsAReadThatWaitsForItsNextAttempt(Caller caller) throws Exception {
        try (var server = new ApiServer(); var client = TestClient.of(waitingLong(server))) {
            server.answer(ApiServer.problem(500, "Broken"));
            var running = Running.start(caller, client, Operation.READ_BILL_RUN);
            await().until(() -> server.seen().size() == 1
                    && running.thread().getState() == Thread.State.TIMED_WAITING);
            running.thread().interrupt();
            var ended = running.end();
            assertThat(ended.told().failure()).containsInstanceOf(Failure.Cancelled.class);
            assertThat(ended.interrupted()).isTrue();
            assertThat(server.seen()).hasSize(1);
        }
    }

    @RepeatedTest(20)
    void closingEndsAReadThatWaitsForItsNextAttempt() throws Exception {
        try (var server = new ApiServer(); var client = TestClient.of(waitingLong(server))) {
            server.answer(ApiServer.problem(500, "Broken"));
            var running = Running.start(Caller.VIRTUAL, client, Operation.READ_BILL_RUN);
            await().until(() -> server.seen().size() == 1);
            client.api().close();
            var ended = running.end();
            assertThat(ended.told().failure()).isPresent();
            assertThat(ended.interrupted()).isFalse();
            assertThat(server.seen()).hasSize(1);
        }
    }

    @RepeatedTest(20)
    void closingEndsAReadUnderWay() throws Exception {
        try (var server = new RawServer(READ_AND_STALL);
                var client = TestClient.of(TestClient.options(server.base()))) {
            var running = Running.start(Caller.VIRTUAL, client, Operation.LIST_BILL_RUNS);
            await().until(() -> server.requests().size() == 1);
            client.api().close();
            assertThat(running.end().told().failure()).containsInstanceOf(Failure.Cancelled.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"READ_BILL_RUN", "LIST_BILL_RUNS", "PATCH_BILL_RUN", "ADJUST_SCHEDULE"})
    void afterClosingNothingIsSent(Operation operation) {
        try (var server = new ApiServer(); var client = TestClient.of(TestClient.options(server.base()))) {
            client.api().close();
            var told = client.told(operation);
            assertThat(told.failure()).containsInstanceOf(Failure.Cancelled.class);
            assertThat(told.outcome().<Class<?>>map(Object::getClass)).isEqualTo(operation.ifWrite(
                    WriteOutcome.NotSent.class));
            assertThat(server.seen()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWriteThatIsInterruptedAfterItArrivedIsOfUnknownOutcome(Caller caller) throws Exception {
        try (var server = new RawServer(READ_AND_STALL);
                var client = TestClient.of(TestClient.options(server.base()))) {
            var running = Running.start(caller, client, Operation.PATCH_BILL_RUN);
            await().until(() -> server.requests().size() == 1);
            running.thread().interrupt();
            var ended = running.end();
            assertThat(ended.told().outcome()).containsInstanceOf(WriteOutcome.OutcomeUnknown.class);
            assertThat(ended.told().failure()).containsInstanceOf(Failure.Cancelled.class);
            assertThat(ended.interrupted()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWriteThatIsInterruptedBeforeItLeftIsNotSent(Caller caller) throws Exception {
        // The server takes the connection and never answers the TLS handshake.
        try (var server = new RawServer(RawServer.Connection::stall);
                var client = TestClient.of(TestClient.options(server.secureBase()))) {
            var running = Running.start(caller, client, Operation.PATCH_BILL_RUN);
            await().until(() -> server.connections() == 1);
            running.thread().interrupt();
            var ended = running.end();
            assertThat(ended.told().outcome()).containsInstanceOf(WriteOutcome.NotSent.class);
            assertThat(ended.told().failure()).containsInstanceOf(Failure.Cancelled.class);
            assertThat(ended.interrupted()).isTrue();
        }
    }

    @RepeatedTest(20)
    void aWriteUnderWayWhenTheConnectionClosesIsOfUnknownOutcome() throws Exception {
        try (var server = new RawServer(READ_AND_STALL);
                var client = TestClient.of(TestClient.options(server.base()))) {
            var running = Running.start(Caller.VIRTUAL, client, Operation.PATCH_BILL_RUN);
            await().until(() -> server.requests().size() == 1);
            client.api().close();
            var ended = running.end();
            assertThat(ended.told().outcome()).containsInstanceOf(WriteOutcome.OutcomeUnknown.class);
            assertThat(ended.told().failure()).containsInstanceOf(Failure.Cancelled.class);
        }
    }

    @RepeatedTest(200)
    void whateverTheMomentOfAnInterruptNotSentMeansNotSent() throws Exception {
        var server = new RawServer(connection -> {
            connection.request();
            connection.answer(Samples.BILL_RUN);
        });
        Told told;
        try (server; var client = TestClient.of(TestClient.options(server.base()))) {
            var running = Running.start(Caller.VIRTUAL, client, Operation.PATCH_BILL_RUN);
            for (int spins = ThreadLocalRandom.current().nextInt(3_000); spins > 0; spins--) {
                Thread.onSpinWait();
                if (spins % 100 == 0) {
                    Thread.yield();
                }
            }
            running.thread().interrupt();
            told = running.end().told();
        }
        var arrived = assertThat(server.requests().size()).as(told.toString());
        switch (told.outcome().orElseThrow()) {
            case WriteOutcome.NotSent _ -> arrived.isZero();
            case WriteOutcome.Applied _ -> arrived.isEqualTo(1);
            case WriteOutcome.OutcomeUnknown _ -> arrived.isBetween(0, 1);
            case WriteOutcome.Refused refused -> fail("Nobody refused it: " + refused);
        }
    }

    @Test
    void closingTwiceIsClosingOnce() {
        try (var server = new ApiServer(); var client = TestClient.of(TestClient.options(server.base()))) {
            client.api().close();
            client.api().close();
            assertThat(server.seen()).isEmpty();
        }
    }

    private static ClientOptions waitingLong(ApiServer server) {
        var minutes = Duration.ofMinutes(20);
        return TestClient.options(server.base())
                .withTimeouts(minutes, minutes, Duration.ofHours(1))
                .withRetries(new ReadRetries(1, minutes, minutes));
    }
}
