package org.billrunconsole.api.http.transport;

import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.billrunconsole.api.ClientOptions;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.FailureException;
import org.billrunconsole.domain.write.WireRequest;

/** Makes the library's requests. */
public final class Requests {

    private final ClientOptions options;

    public Requests(ClientOptions options) {
        this.options = options;
    }

    /** @throws FailureException Unauthorised, without a status, if the token cannot be part of a header */
    public Request read(CallContext context, String token) {
        return authorised(context, token).build();
    }

    /** @throws FailureException as for {@link #read} */
    public Request write(WireRequest wire, CallContext context, String token) {
        var type = wire.contentType().isEmpty() ? null : MediaType.get(wire.contentType());
        // Bytes, not text: given text, the library would add a charset to the media type.
        RequestBody body = new OneShotBody(wire.body().getBytes(StandardCharsets.UTF_8), type);
        return authorised(context, token).method(wire.method(), body).build();
    }

    public Request.Builder plain(Endpoint endpoint) {
        return new Request.Builder().url(endpoint.under(options.base()))
                .header("Accept", "application/json")
                .header("User-Agent", options.userAgent());
    }

    private Request.Builder authorised(CallContext context, String token) {
        if (token.isEmpty() || !token.chars().allMatch(c -> c > ' ' && c < 127)) {
            // The library would refuse such a header with an exception that nobody expects.
            throw new FailureException(new Failure.Unauthorised(context.unanswered()));
        }
        return plain(context.endpoint()).header("Authorization", "Bearer " + token);
    }
}
