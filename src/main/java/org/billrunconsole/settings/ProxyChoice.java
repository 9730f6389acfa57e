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

        public static final Range PORTS = new Range(1, 65_535);

        public Manual {
            if (!isHost(host)) {
                throw new IllegalArgumentException("A proxy has a host name, without scheme or path: " + host);
            }
            PORTS.require("A proxy's port", port);
            user = user.filter(name -> !name.isBlank());
        }

        /** Whether a text may be the name of a proxy's computer. */
        public static boolean isHost(String text) {
            return !text.isBlank() && text.chars().noneMatch(Character::isWhitespace) && !text.contains("/");
        }
    }
}
