package org.billrunconsole.api.http;

import com.fasterxml.jackson.core.JsonEncoding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import okhttp3.MediaType;
import org.billrunconsole.api.Authentication;
import org.billrunconsole.api.http.transport.Attempt;
import org.billrunconsole.api.http.transport.Attempt.Failed;
import org.billrunconsole.api.http.transport.CallContext;
import org.billrunconsole.api.http.transport.CallTrace;
import org.billrunconsole.api.http.transport.Endpoint;
import org.billrunconsole.api.http.transport.FailureLog;
import org.billrunconsole.api.http.transport.OneShotBody;
import org.billrunconsole.api.http.transport.Requests;
import org.billrunconsole.api.http.transport.Transport;
import org.billrunconsole.api.http.wire.ApiJson;
import org.billrunconsole.api.http.wire.UnreadableAnswerException;
import org.billrunconsole.domain.FailureException;

/** {@code POST /authenticate}. Never repeated by itself: a wrong password tried too often may lock the account. */
final class HttpAuthentication implements Authentication {

    private static final MediaType JSON = MediaType.get("application/json");

    private final Transport transport;
    private final Requests requests;
    private final Duration callTimeout;

    HttpAuthentication(Transport transport, Requests requests, Duration callTimeout) {
        this.transport = transport;
        this.requests = requests;
        this.callTimeout = callTimeout;
    }

    @Override
    public String authenticate(String brand, String username, char[] password) {
        var context = CallContext.begin(new Endpoint("POST", "/authenticate"));
        byte[] body = body(brand, username, password);
        try {
            var request = requests.plain(context.endpoint()).post(new OneShotBody(body, JSON)).build();
            var attempt = transport.exchange(request, context, new CallTrace(List.of(new String(password))),
                    callTimeout, HttpAuthentication::token);
            return switch (attempt) {
                case Attempt.Done<String>(var token) -> token;
                case Failed<String>(var failure, _) -> {
                    FailureLog.failed(failure);
                    throw new FailureException(failure);
                }
            };
        } finally {
            Arrays.fill(body, (byte) 0);
        }
    }

    private static String token(InputStream json) throws IOException {
        var token = ApiJson.document(json).path("token");
        if (!token.isTextual() || token.textValue().isBlank()) {
            throw new UnreadableAnswerException("The answer has no token");
        }
        return token.textValue();
    }

    private static byte[] body(String brand, String username, char[] password) {
        var bytes = new ByteArrayOutputStream();
        try (var json = ApiJson.MAPPER.createGenerator(bytes, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringField("brand", brand);
            json.writeStringField("username", username);
            json.writeFieldName("password");
            json.writeString(password, 0, password.length);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
