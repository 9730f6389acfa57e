package org.billrunconsole.session;

import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.billrunconsole.settings.ConnectionProfile;
import org.billrunconsole.settings.ProxyChoice;
import org.billrunconsole.settings.secrets.SecretStore;
import org.billrunconsole.settings.secrets.SecretStore.Key;

/** Chooses the proxy of a connection and its login. */
final class Proxies {

    private Proxies() {}

    /** Empty for the operating system's choice. */
    static Optional<ProxySelector> selector(ProxyChoice choice) {
        return switch (choice) {
            case ProxyChoice.SystemWide _ -> Optional.empty();
            case ProxyChoice.None _ -> Optional.of(new Always(Proxy.NO_PROXY));
            // Unresolved, so that a proxy whose name is not known is told from a server whose name is not.
            case ProxyChoice.Manual(var host, var port, _) -> Optional.of(new Always(new Proxy(Proxy.Type.HTTP,
                    InetSocketAddress.createUnresolved(host, port))));
        };
    }

    static Optional<Authenticator> login(ConnectionProfile profile, SecretStore secrets) {
        return profile.proxy() instanceof ProxyChoice.Manual(_, _, var user)
                ? Key.proxy(profile).flatMap(key -> user.map(name -> new Login(name, key, secrets)))
                : Optional.empty();
    }

    /** The same for every address. */
    private static final class Always extends ProxySelector {

        private final Proxy proxy;

        Always(Proxy proxy) {
            this.proxy = proxy;
        }

        @Override
        public List<Proxy> select(URI uri) {
            return List.of(proxy);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            // There is no other to choose.
        }
    }

    /** Answers from the key store each time, so that the password is in memory only while it is used. */
    private static final class Login extends Authenticator {

        private final String user;
        private final Key key;
        private final SecretStore secrets;

        Login(String user, Key key, SecretStore secrets) {
            this.user = user;
            this.key = key;
            this.secrets = secrets;
        }

        @Override
        protected PasswordAuthentication getPasswordAuthentication() {
            var password = secrets.find(key).orElseGet(() -> new char[0]);
            try {
                return new PasswordAuthentication(user, password);
            } finally {
                Arrays.fill(password, '\0');
            }
        }
    }
}
