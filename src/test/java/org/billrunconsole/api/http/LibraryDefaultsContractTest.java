package org.billrunconsole.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.billrunconsole.testkit.ApiServer;
import org.billrunconsole.testkit.RawServer;
import org.junit.jupiter.api.Test;

/**
 * Why writes have a client of their own: what the HTTP library does to a PATCH if it is left alone. It also shows that
 * the servers of the fault table do count a second write.
 */
class LibraryDefaultsContractTest {

    private final OkHttpClient library = new OkHttpClient();

    @Test
    void itSendsTwiceOn408() throws IOException {
        try (var server = new ApiServer()) {
            server.answer(ApiServer.problem(408, "Too slow"));
            patch(server.base());
            assertThat(server.writes()).isEqualTo(2);
        }
    }

    @Test
    void itSendsTwiceOn503WithRetryAfter0() throws IOException {
        try (var server = new ApiServer()) {
            server.answer(ApiServer.json(503, "{}").setHeader("Retry-After", "0").build());
            patch(server.base());
            assertThat(server.writes()).isEqualTo(2);
        }
    }

    @Test
    void itSendsTwiceOnAKeptConnectionThatIsDropped() throws IOException {
        RawServer.Behaviour dropTheSecond = connection -> {
            connection.request();
            connection.answer("{}");
            connection.request();
        };
        try (var server = new RawServer(dropTheSecond)) {
            patch(server.base());
            patch(server.base());
            assertThat(server.requests()).hasSize(3);
        }
    }

    private void patch(URI base) throws IOException {
        var body = RequestBody.create("[]", MediaType.get("application/json-patch+json"));
        var request = new Request.Builder().url(base + "/bill-runs/1").patch(body).build();
        try (var response = library.newCall(request).execute()) {
            response.body().bytes();
        }
    }
}
