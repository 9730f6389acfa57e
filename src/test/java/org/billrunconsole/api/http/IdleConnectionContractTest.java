package org.billrunconsole.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.billrunconsole.testkit.RawServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A kept connection that the server gives up between two calls: the place where HTTP libraries send twice. */
class IdleConnectionContractTest {

    @ParameterizedTest
    @EnumSource
    void aConnectionClosedWhileIdleHarmsNoCall(Operation operation) {
        RawServer.Behaviour onceThenClose = connection -> {
            connection.request();
            connection.answer(operation.good());
        };
        try (var server = new RawServer(onceThenClose);
                var client = TestClient.of(TestClient.options(server.base()))) {
            assertThat(client.told(operation).failure()).isEmpty();
            await().until(() -> server.closedConnections() == 1);

            assertThat(client.told(operation).failure()).isEmpty();
            assertThat(server.requests()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aConnectionClosedOverTheNextRequestHarmsNoCall(Operation operation) {
        // The client cannot see this coming: the connection is healthy until the request is on it.
        RawServer.Behaviour dropTheSecond = connection -> {
            connection.request();
            connection.answer(operation.good());
            connection.request();
        };
        try (var server = new RawServer(dropTheSecond);
                var client = TestClient.of(TestClient.options(server.base()))) {
            assertThat(client.told(operation).failure()).isEmpty();
            assertThat(client.told(operation).failure()).isEmpty();
            if (operation.isSentOnce()) {
                assertThat(server.requests()).hasSize(2);
                assertThat(server.connections()).isEqualTo(2);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PATCH_BILL_RUN", "ADJUST_SCHEDULE", "PATCH_ADHOC_BILL_RUN"})
    void aWriteDoesNotTakeTheConnectionOfAReadBefore(Operation write) {
        try (var server = new RawServer(connection -> {
            while (connection.request().isPresent()) {
                connection.answer(write.good());
            }
        }); var client = TestClient.of(TestClient.options(server.base()))) {
            client.told(write == Operation.PATCH_ADHOC_BILL_RUN
                    ? Operation.READ_ADHOC_BILL_RUN
                    : Operation.READ_BILL_RUN);
            assertThat(client.told(write).failure()).isEmpty();
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void connectionsThatDiedWithoutAWordCostOneWaitBetweenThem() throws Exception {
        var all = new CyclicBarrier(4);
        var dead = new AtomicBoolean();
        RawServer.Behaviour silentOnceDead = connection -> {
            var first = true;
            while (connection.request().isPresent() && (first || !dead.get())) {
                if (first && !dead.get()) {
                    meet(all);
                }
                first = false;
                connection.answer(Operation.READ_BILL_RUN.good());
            }
            // The socket stays open, as behind a firewall that has forgotten it.
            connection.request();
        };
        try (var server = new RawServer(silentOnceDead);
                var client = TestClient.of(TestClient.impatient(server.base()));
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = Stream.generate(() -> callers.submit(() -> client.told(Operation.READ_BILL_RUN)))
                    .limit(3)
                    .toList();
            meet(all);
            for (var call : calls) {
                assertThat(call.get().failure()).isEmpty();
            }
            dead.set(true);
            // One attempt runs into a dead connection; the next, its last, must not run into another.
            assertThat(client.told(Operation.READ_BILL_RUN).failure()).isEmpty();
            assertThat(server.connections()).isEqualTo(4);
        }
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
