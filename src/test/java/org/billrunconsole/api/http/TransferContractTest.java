package org.billrunconsole.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.billrunconsole.api.BillRunQuery;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.Failure.Unreachable;
import org.billrunconsole.domain.write.WriteOutcome;
import org.billrunconsole.testkit.ApiServer;
import org.billrunconsole.testkit.Bodies;
import org.billrunconsole.testkit.Samples;
import org.billrunconsole.testkit.TlsIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How answers are carried: zipped, chunked, over TLS, and no larger than agreed. */
class TransferContractTest {

    @ParameterizedTest
    @EnumSource
    void zippedAnswersAreAskedForAndRead(Operation operation) {
        try (var server = new ApiServer(); var client = TestClient.of(TestClient.options(server.base()))) {
            server.answer(ApiServer.json(200, "")
                    .setHeader("Content-Encoding", "gzip")
                    .body(Bodies.gzipped(operation.good()))
                    .build());
            assertThat(client.told(operation).failure()).isEmpty();
            assertThat(server.seen().getFirst().request().getHeaders().get("Accept-Encoding")).contains("gzip");
            assertThat(server.seen().getFirst().request().getHeaders().get("Accept")).isEqualTo("application/json");
        }
    }

    @ParameterizedTest
    @EnumSource
    void chunkedAnswersAreRead(Operation operation) {
        try (var server = new ApiServer(); var client = TestClient.of(TestClient.options(server.base()))) {
            server.answer(ApiServer.json(200, "").chunkedBody(operation.good(), 7).build());
            assertThat(client.told(operation).failure()).isEmpty();
        }
    }

    @Test
    void anAnswerOfExactlyTheLimitIsRead() {
        var list = IntStream.rangeClosed(1, 500)
                .mapToObj(id -> "{\"id\":" + id + "}")
                .collect(Collectors.joining(",", "[", "]"));
        try (var server = new ApiServer()) {
            server.answer(ApiServer.json(200, "").chunkedBody(list, 100).build());
            try (var client = TestClient.of(TestClient.options(server.base()).withMaxAnswerBytes(list.length()));
                    var pages = client.api().billRuns(BillRunQuery.all())) {
                assertThat(pages.next().rows()).hasSize(500);
            }
            try (var client = TestClient.of(TestClient.options(server.base()).withMaxAnswerBytes(list.length() - 1))) {
                assertThat(client.told(Operation.LIST_BILL_RUNS).failure()).containsInstanceOf(Failure.TooLarge.class);
            }
        }
    }

    @Test
    void overTlsReadsMaySharePipesAndWritesHaveTheirOwn() {
        var tls = TlsIdentity.selfSigned();
        try (var server = new ApiServer(tls);
                var client = TestClient.of(TestClient.options(server.base()).withTls(tls.client(), tls.trust()))) {
            server.answer(ApiServer.json(Samples.BILL_RUN));
            assertThat(client.told(Operation.READ_BILL_RUN).failure()).isEmpty();
            assertThat(client.told(Operation.PATCH_BILL_RUN).outcome()).containsInstanceOf(WriteOutcome.Applied.class);
            assertThat(client.told(Operation.PATCH_BILL_RUN).outcome()).containsInstanceOf(WriteOutcome.Applied.class);
            assertThat(server.seen()).extracting(seen -> seen.request().getVersion())
                    .containsExactly("HTTP/2", "HTTP/1.1", "HTTP/1.1");
            assertThat(server.connections()).isEqualTo(3);
            assertThat(server.problems()).isEmpty();
        }
    }

    @Test
    void aTrustedCertificateForAnotherHostIsNotEnough() {
        var tls = TlsIdentity.selfSigned();
        try (var server = new ApiServer(tls)) {
            // The certificate is for the name, not for the number.
            var elsewhere = URI.create("https://127.0.0.1:" + server.base().getPort() + "/v1");
            try (var client = TestClient.of(TestClient.options(elsewhere).withTls(tls.client(), tls.trust()))) {
                var told = client.told(Operation.PATCH_BILL_RUN);
                assertThat(told.outcome()).containsInstanceOf(WriteOutcome.NotSent.class);
                assertThat(told.failure()).containsInstanceOf(Unreachable.class);
                assertThat(((Unreachable) told.failure().orElseThrow()).cause()).isEqualTo(Unreachable.Cause.TLS);
            }
            assertThat(server.seen()).isEmpty();
        }
    }
}
