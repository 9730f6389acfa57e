package org.billrunconsole.api.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Dns;
import okhttp3.Request;
import org.billrunconsole.api.http.TestClient;
import org.billrunconsole.api.http.transport.Attempt.Failed;
import org.billrunconsole.domain.Failure;
import org.junit.jupiter.api.Test;

class TransportTest {

    /** The system's name service cannot be interrupted, and the library waits for it whatever its own limits are. */
    @Test
    void aNameServiceThatHangsDoesNotHoldTheCaller() {
        var hanging = new CountDownLatch(1);
        var entered = new AtomicBoolean();
        Dns silent = _ -> {
            entered.set(true);
            try {
                hanging.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        };
        var client = HttpClients.writing(TestClient.options(URI.create("https://beyond.example")))
                .newBuilder()
                .dns(silent)
                .build();
        try (var transport = new Transport(client, new Answers(1))) {
            // On a busy machine the time may be up before the name is even asked for; then with more time.
            for (var atMost = Duration.ofMillis(50); !entered.get(); atMost = atMost.multipliedBy(2)) {
                var trace = new CallTrace(List.of());
                var attempt = transport.exchange(new Request.Builder().url("https://beyond.example/").build(),
                        CallContext.begin(Endpoint.get("/")), trace, atMost, _ -> "never");
                assertThat(attempt).isInstanceOfSatisfying(Failed.class,
                        failed -> assertThat(failed.failure()).isInstanceOf(Failure.TimedOut.class));
                assertThat(trace.isSent()).isFalse();
            }
        } finally {
            hanging.countDown();
        }
    }
}
