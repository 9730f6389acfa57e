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
    public Request read(CallContext subject, String token) {
        return authorised(subject, token).build();
    }

    /** @throws FailureException as for {@link #read} */
    public Request write(WireRequest wire, CallContext subject, String token) {
        var type = wire.contentType().isEmpty() ? null : MediaType.get(wire.contentType());
        // Bytes, not text: given text, the library would add a charset to the media type.
        RequestBody body = new OneShotBody(wire.body().getBytes(StandardCharsets.UTF_8), type);
        return authorised(subject, token).method(wire.method(), body).build();
    }

    public Request.Builder plain(Endpoint target) {
        return new Request.Builder().url(target.under(options.base()))
                .header("Accept", "application/json")
                .header("User-Agent", options.userAgent());
    }

    private Request.Builder authorised(CallContext subject, String token) {
        if (token.isEmpty() || !token.chars().allMatch(c -> c > ' ' && c < 127)) {
            // The library would refuse such a header with an exception that nobody expects.
            throw new FailureException(new Failure.Unauthorised(subject.unanswered()));
        }
        return plain(subject.target()).header("Authorization", "Bearer " + token);
    }
}
