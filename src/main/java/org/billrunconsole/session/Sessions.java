package org.billrunconsole.session;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.billrunconsole.api.ClientOptions;
import org.billrunconsole.session.tls.CaFileException;
import org.billrunconsole.session.tls.Trust;
import org.billrunconsole.settings.ConnectionProfile;
import org.billrunconsole.settings.secrets.SecretStore;
import org.billrunconsole.settings.secrets.SecretStore.Key;
import org.billrunconsole.work.Scheduler;
import org.jspecify.annotations.Nullable;

/** Makes the client options and the sign-in of a connection from its profile. */
public final class Sessions {

    private final ApiClients clients;
    private final SecretStore secrets;
    private final Supplier<Optional<String>> environmentToken;
    private final InstantSource clock;
    private final Scheduler scheduler;
    private final String userAgent;
    private final AtomicReference<@Nullable HandedOver> handedOver = new AtomicReference<>();

    /** @param environmentToken reads the token from the environment */
    public Sessions(ApiClients clients, SecretStore secrets, Supplier<Optional<String>> environmentToken,
            InstantSource clock, Scheduler scheduler, String userAgent) {
        this.clients = clients;
        this.secrets = secrets;
        this.environmentToken = environmentToken;
        this.clock = clock;
        this.scheduler = scheduler;
        this.userAgent = userAgent;
    }

    /**
     * How to reach a connection's server. May block.
     *
     * @throws CaFileException if its certificate file cannot be used
     */
    public ClientOptions options(ConnectionProfile profile) {
        // A sandbox on this machine speaks plain http; gathering certificates for it would only slow its start.
        return isSecure(profile) ? options(profile, Trust.gather(profile.caFile())) : plain(profile);
    }

    /** Signing in to it; to be closed. */
    public SignIn signIn(ConnectionProfile profile, ClientOptions options) {
        TokenProvider tokenProvider = switch (profile.signIn()) {
            case PASSWORD -> new PasswordTokenProvider(clients.authentication().apply(options), profile, secrets,
                    taken(Key.signIn(profile)));
            case TOKEN -> new ManualTokenProvider();
            case ENVIRONMENT -> new EnvironmentTokenProvider(environmentToken);
        };
        return new SignIn(tokenProvider, clients.claims(), clock, scheduler);
    }

    /**
     * Holds a password that a person has just typed for a connection, until that is signed in to or another is handed
     * over, so that nobody is asked for it twice.
     *
     * @param password copied; the caller clears it
     */
    public void handOver(ConnectionProfile connection, char[] password) {
        Optional.ofNullable(handedOver.getAndSet(new HandedOver(Key.signIn(connection), password.clone())))
                .ifPresent(HandedOver::clear);
    }

    /** Forgets what was handed over and not taken. */
    public void forgetHandedOver() {
        Optional.ofNullable(handedOver.getAndSet(null)).ifPresent(HandedOver::clear);
    }

    private Optional<char[]> taken(Key key) {
        var held = Optional.ofNullable(handedOver.getAndSet(null));
        held.filter(each -> !each.key().equals(key)).ifPresent(HandedOver::clear);
        return held.filter(each -> each.key().equals(key)).map(HandedOver::password);
    }

    private record HandedOver(Key key, char[] password) {

        void clear() {
            Arrays.fill(password, '\0');
        }
    }

    /**
     * Signing in to a server that runs in this program and gives its tokens to it; to be closed.
     *
     * @param issuer gives a new token
     */
    public SignIn signIn(Supplier<String> issuer) {
        return new SignIn(new IssuedTokenProvider(issuer), clients.claims(), clock, scheduler);
    }

    ClientOptions options(ConnectionProfile profile, Trust trust) {
        return plain(profile).withTls(trust.context(), trust.manager());
    }

    /** The same with other secrets than the store's, for a form that is not saved yet. */
    Sessions with(SecretStore others) {
        return new Sessions(clients, others, environmentToken, clock, scheduler, userAgent);
    }

    ApiClients clients() {
        return clients;
    }

    SecretStore secrets() {
        return secrets;
    }

    Optional<String> environmentToken() {
        return environmentToken.get();
    }

    static boolean isSecure(ConnectionProfile profile) {
        return "https".equalsIgnoreCase(profile.base().getScheme());
    }

    private ClientOptions plain(ConnectionProfile profile) {
        var advanced = profile.advanced();
        var options = ClientOptions.of(profile.base())
                .withTimeouts(advanced.connectTimeout(), advanced.readTimeout(), advanced.callTimeout())
                .withGuard(advanced.guard())
                .withUserAgent(userAgent);
        var login = Proxies.login(profile, secrets);
        return Proxies.selector(profile.proxy()).map(selector -> options.withProxies(selector, login)).orElse(options);
    }
}
