package org.billrunconsole.session;

import java.net.Proxy;
import java.net.ProxySelector;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.billrunconsole.api.BillRunQuery;
import org.billrunconsole.api.ClientOptions;
import org.billrunconsole.api.ReadRetries;
import org.billrunconsole.api.TokenSource;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.FailureException;
import org.billrunconsole.session.tls.CaFileException;
import org.billrunconsole.session.tls.Trust;
import org.billrunconsole.settings.ConnectionProfile;
import org.billrunconsole.settings.SignInMode;
import org.billrunconsole.settings.secrets.SecretStore.Key;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries a connection with one read and finds out what is wrong. It writes nothing, and asks nobody. */
public final class ConnectionTest {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionTest.class);

    private static final ReadRetries ONCE = new ReadRetries(0, Duration.ZERO, Duration.ZERO);

    private final Sessions sessions;

    public ConnectionTest(Sessions sessions) {
        this.sessions = sessions;
    }

    /**
     * Tries it; blocks.
     *
     * @param profile       as it stands in the form
     * @param typed         a password or token from the form; empty for what is kept. The caller clears it
     * @param proxyPassword from the form; empty for what is kept. The caller clears it
     */
    public TestResult run(ConnectionProfile profile, Optional<char[]> typed, Optional<char[]> proxyPassword) {
        try (var secrets = new FormSecrets(sessions.secrets())) {
            Key.proxy(profile).ifPresent(key -> proxyPassword.ifPresent(password -> secrets.keep(key, password)));
            if (profile.signIn() == SignInMode.PASSWORD) {
                typed.ifPresent(password -> secrets.keep(Key.signIn(profile), password));
            }
            return run(profile, typed, sessions.with(secrets));
        } catch (CaFileException e) {
            return new TestResult.CaFileUnusable(e.file(), e.problem());
        } catch (RuntimeException | Error e) {
            LOG.error("Testing a connection failed unexpectedly", e);
            return new TestResult.Other(Failure.Unexpected.of(Renewal.nothingSent(), e));
        }
    }

    private static TestResult run(ConnectionProfile profile, Optional<char[]> typed, Sessions forms) {
        if (!Sessions.isSecure(profile)) {
            return run(profile, typed, forms, Optional.empty());
        }
        return run(profile, typed, forms, Optional.of(Trust.gather(profile.caFile())));
    }

    private static TestResult run(ConnectionProfile profile, Optional<char[]> typed, Sessions forms,
            Optional<Trust> trust) {
        // A person waits, and wants to know what is wrong now.
        var options = trust.map(each -> forms.options(profile, each)).orElseGet(() -> forms.options(profile))
                .withRetries(ONCE);
        var started = System.nanoTime();
        try {
            var token = token(profile, typed, forms, options);
            if (token.isEmpty()) {
                return new TestResult.NothingToSignInWith();
            }
            try (var api = forms.clients().connect().apply(options, TokenSource.fixed(token.get()));
                    var pages = api.billRuns(BillRunQuery.all().withPageSize(1))) {
                pages.next();
            }
            return new TestResult.Works(forms.clients().claims().apply(token.get()).user(),
                    Duration.ofNanos(System.nanoTime() - started));
        } catch (FailureException e) {
            return trust.isPresent() && mayNotBeTls(e.failure(), trust.get()) && isDirect(profile, options)
                    && PlainHttp.isSpokenAt(profile.base())
                            ? new TestResult.PlainHttpOnly(profile.connection().address())
                            : explain(e.failure(), profile, trust);
        }
    }

    /** A plain server answers a handshake with an error in plain text, by closing, or by waiting for more. */
    private static boolean mayNotBeTls(Failure failure, Trust trust) {
        return switch (failure) {
            case Failure.Unreachable(_, var cause, _) -> switch (cause) {
                case TLS -> trust.lastRefusal().isEmpty();
                case BROKEN -> true;
                case REFUSED, UNKNOWN_HOST, PROXY -> false;
            };
            case Failure.TimedOut _ -> true;
            default -> false;
        };
    }

    private static boolean isDirect(ConnectionProfile profile, ClientOptions options) {
        return options.proxies().or(() -> Optional.ofNullable(ProxySelector.getDefault()))
                .map(selector -> selector.select(profile.base()))
                .orElse(List.of())
                .stream()
                .allMatch(proxy -> proxy.type() == Proxy.Type.DIRECT);
    }

    private static Optional<String> token(ConnectionProfile profile, Optional<char[]> typed, Sessions forms,
            ClientOptions options) {
        return switch (profile.signIn()) {
            case TOKEN -> typed.map(String::new).map(String::strip).filter(token -> !token.isEmpty());
            case ENVIRONMENT -> forms.environmentToken();
            case PASSWORD -> forms.secrets().find(Key.signIn(profile)).map(password -> {
                try {
                    return forms.clients().authentication().apply(options).authenticate(profile.brand(),
                            profile.user(), password);
                } finally {
                    Arrays.fill(password, '\0');
                }
            });
        };
    }

    private static TestResult explain(Failure failure, ConnectionProfile profile, Optional<Trust> trust) {
        var base = profile.base();
        if (WrongAddress.isMeantBy(failure)) {
            return new TestResult.WrongPath(base.getPath());
        }
        return switch (failure) {
            case Failure.Unreachable(_, var cause, var detail) -> switch (cause) {
                case UNKNOWN_HOST -> new TestResult.UnknownHost(base.getHost());
                case REFUSED -> new TestResult.NotAnswering(profile.connection().address());
                case PROXY -> new TestResult.ProxyTrouble(detail);
                case TLS -> trust.flatMap(Trust::lastRefusal)
                        .<TestResult>map(TestResult.NotTrusted::new)
                        .orElseGet(() -> detail.contains("PeerUnverified")
                                ? new TestResult.WrongHostName(base.getHost())
                                : new TestResult.NoTls(detail));
                case BROKEN -> new TestResult.Other(failure);
            };
            case Failure.Unauthorised _ -> new TestResult.SignInRefused();
            case Failure.NotSignedIn _ -> new TestResult.Other(failure);
            case Failure.Forbidden(_, var words) -> new TestResult.NotPermitted(words);
            case Failure.NotFound _,Failure.MalformedAnswer _,Failure.Rejected _,Failure.Conflict _,Failure.RateLimited _,Failure.ServerError _,Failure.TimedOut _,Failure.TooLarge _,Failure.ListTooLong _,Failure.Unexpected _,Failure.Cancelled _ ->
                    new TestResult.Other(failure);
        };
    }
}
