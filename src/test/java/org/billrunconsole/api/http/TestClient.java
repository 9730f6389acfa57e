package org.billrunconsole.api.http;

import java.net.URI;
import java.time.Duration;
import org.billrunconsole.api.Authentication;
import org.billrunconsole.api.BillRunApi;
import org.billrunconsole.api.ClientOptions;
import org.billrunconsole.api.ReadRetries;
import org.billrunconsole.api.TokenSource;
import org.billrunconsole.testkit.Secrets;

/**
 * The client as the tests use it.
 *
 * @param options        what both were made with
 * @param api            the operations with a token
 * @param authentication signing in
 */
public record TestClient(ClientOptions options, BillRunApi api, Authentication authentication)
        implements AutoCloseable {

    /** Longer than anything a local server that works takes, even on a busy machine. */
    private static final Duration PATIENT = Duration.ofSeconds(20);

    /** For servers that are meant to be too slow. */
    private static final Duration IMPATIENT = Duration.ofMillis(150);

    public static ClientOptions options(URI base) {
        return ClientOptions.of(base)
                .withTimeouts(PATIENT, PATIENT, PATIENT)
                .withRetries(new ReadRetries(1, Duration.ofMillis(1), Duration.ofMillis(1)));
    }

    /** Gives up soon on a silent server. */
    static ClientOptions impatient(URI base) {
        return options(base).withTimeouts(PATIENT, IMPATIENT, PATIENT);
    }

    /** Gives up soon on the whole call, however lively the server. */
    static ClientOptions hurried(URI base) {
        return options(base).withTimeouts(PATIENT, PATIENT, IMPATIENT);
    }

    static TestClient of(ClientOptions options) {
        return new TestClient(options, HttpApi.connect(options, TokenSource.fixed(Secrets.TOKEN)),
                HttpApi.authentication(options));
    }

    Operation.Told told(Operation operation) {
        return operation.told(api, authentication);
    }

    @Override
    public void close() {
        api.close();
    }
}
