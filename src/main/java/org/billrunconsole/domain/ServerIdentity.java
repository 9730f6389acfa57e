package org.billrunconsole.domain;

import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;

/**
 * Identifies a server by its address in one normal form: host in lower case and in its ASCII form, without a dot at its
 * end, one form of each IP address, no default port, no slash at the end of the path. Addresses of one server share a
 * journal, so that a write to one of them locks the run at the others.
 *
 * @param text the address without its scheme, in that one form
 */
public record ServerIdentity(String text) {

    private static final Map<String, Integer> DEFAULT_PORTS = Map.of("https", 443, "http", 80);

    public static ServerIdentity of(URI base) {
        if (base.getHost() == null) {
            return new ServerIdentity(base.toString());
        }
        var scheme = base.getScheme() == null ? "https" : base.getScheme().toLowerCase(Locale.ROOT);
        var usual = base.getPort() < 0 || DEFAULT_PORTS.getOrDefault(scheme, -1).equals(base.getPort());
        var path = base.normalize().getRawPath();
        return new ServerIdentity(host(base.getHost()) + (usual ? "" : ":" + base.getPort())
                + (path == null ? "" : path.replaceAll("/+$", "")));
    }

    /** @param address without its scheme, as journals keep it; one that cannot be read stands for itself */
    public static ServerIdentity of(String address) {
        try {
            return of(new URI("https://" + address));
        } catch (URISyntaxException _) {
            return new ServerIdentity(address);
        }
    }

    /** As the name of a folder. */
    public String folderName() {
        return text.replaceAll("[^A-Za-z0-9.-]+", "_");
    }

    private static String host(String written) {
        var literal = written.startsWith("[") && written.endsWith("]")
                ? written.substring(1, written.length() - 1)
                : written;
        try {
            // Names are not looked up: this takes addresses only.
            var address = InetAddress.ofLiteral(literal).getHostAddress();
            return address.indexOf(':') < 0 ? address : "[" + address + "]";
        } catch (IllegalArgumentException _) {
            return name(written.endsWith(".") ? written.substring(0, written.length() - 1) : written);
        }
    }

    private static String name(String host) {
        try {
            return IDN.toASCII(host).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException _) {
            return host.toLowerCase(Locale.ROOT);
        }
    }
}
