package org.billrunconsole.settings;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** What may be the base address of a server: https, or http to this machine, since every request carries a token. */
public final class BaseAddress {

    /** What is wrong with an address. */
    public enum Problem {
        /** There is none, or it cannot be read as one. */
        UNREADABLE,
        /** It would send the token in the clear. */
        NOT_HTTPS,
        /** It holds a user, a query or a fragment. */
        MORE_THAN_A_PATH
    }

    private BaseAddress() {}

    /** An address as a person writes it; a slash at its end is dropped. */
    public static Optional<URI> parse(String text) {
        try {
            var stripped = text.strip().replaceAll("/+$", "");
            return Optional.of(new URI(stripped)).filter(uri -> problem(uri).isEmpty());
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    /** What is wrong with what a person wrote. */
    public static Optional<Problem> problem(String text) {
        try {
            return problem(new URI(text.strip()));
        } catch (URISyntaxException _) {
            return Optional.of(Problem.UNREADABLE);
        }
    }

    static Optional<Problem> problem(URI uri) {
        var host = uri.getHost();
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            return Optional.of(Problem.MORE_THAN_A_PATH);
        }
        if (host == null || uri.getPort() == 0 || uri.getPort() > 65_535) {
            return Optional.of(Problem.UNREADABLE);
        }
        var fits = "https".equalsIgnoreCase(uri.getScheme())
                || "http".equalsIgnoreCase(uri.getScheme()) && isThisMachine(host);
        return fits ? Optional.empty() : Optional.of(Problem.NOT_HTTPS);
    }

    private static boolean isThisMachine(String host) {
        if (host.equalsIgnoreCase("localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
