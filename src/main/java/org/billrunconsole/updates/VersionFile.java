package org.billrunconsole.updates;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import okhttp3.Request;
import org.billrunconsole.api.ClientOptions;
import org.billrunconsole.api.http.transport.HttpClients;

/**
 * The small file on a server that names the newest version: {@code {"version": "1.2.3"}}. It is asked for without a
 * token, follows nobody elsewhere, and whatever else the server says is an error.
 */
public final class VersionFile {

    /** In bytes; the file has a few dozen. */
    private static final long LONGEST = 4096;

    private final Supplier<ClientOptions> options;

    /** @param options how to reach it, its address being the base; asked for each time, and may block */
    public VersionFile(Supplier<ClientOptions> options) {
        this.options = options;
    }

    /**
     * Reads it; blocks.
     *
     * @throws IOException if there is no answer, or none that can be understood; the message quotes nothing of it
     */
    public ProductVersion read() throws IOException {
        var how = options.get().withTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20));
        var client = HttpClients.reading(how);
        try (var answer = client.newCall(new Request.Builder().url(how.base().toURL())
                .header("Accept", "application/json")
                .header("User-Agent", how.userAgent())
                .build()).execute()) {
            if (answer.code() != 200) {
                throw new IOException("the server answered " + answer.code());
            }
            var source = answer.body().source();
            if (source.request(LONGEST + 1)) {
                throw new IOException("the answer is too long");
            }
            return version(source.readByteArray());
        } finally {
            client.dispatcher().executorService().shutdown();
            client.connectionPool().evictAll();
        }
    }

    private static ProductVersion version(byte[] json) throws IOException {
        try {
            var mapper = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
            return Optional.ofNullable(mapper.readTree(json).path("version").textValue())
                    .flatMap(ProductVersion::parse)
                    .filter(ProductVersion::released)
                    .orElseThrow(() -> new IOException("the answer names no version"));
        } catch (JsonProcessingException _) {
            throw new IOException("the answer is no JSON");
        }
    }
}
