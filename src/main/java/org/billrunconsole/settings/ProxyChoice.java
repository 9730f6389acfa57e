package org.billrunconsole.settings;

import java.util.Optional;
import org.billrunconsole.settings.secrets.SecretStore;

/** How a connection gets out of the network. */
public sealed interface ProxyChoice {

    /** As the operating system says. */
    record SystemWide() implements ProxyChoice {}

    /** Straight to the server. */
    record None() implements ProxyChoice {}

    /**
     * Through one HTTP proxy.
     *
     * @param port 1 to 65535
     * @param user who signs in to it; the password lies in the {@link SecretStore}
     */
    record Manual(String host, int port, Optional<String> user) implements ProxyChoice {

        public Manual {
            if (host.isBlank() || host.chars().anyMatch(Character::isWhitespace) || host.contains("/")) {
                throw new IllegalArgumentException("A proxy has a host name, without scheme or path: " + host);
            }
            if (port < 1 || port > 65_535) {
                throw new IllegalArgumentException("A proxy's port is 1 to 65535, not " + port);
            }
            user = user.filter(name -> !name.isBlank());
        }
    }
}
