package org.billrunconsole.session;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Finds out whether a server that does not speak TLS speaks plain HTTP. It sends no token and nothing else of note. */
final class PlainHttp {

    private static final int PATIENCE_MILLIS = 3_000;
    private static final int HTTPS = 443;
    private static final String BEGIN = "HTTP/";

    private PlainHttp() {}

    /** Asks, a few seconds at most; directly, so not for a server that only a proxy reaches. */
    static boolean isSpokenAt(URI base) {
        var address = new InetSocketAddress(base.getHost(), base.getPort() < 0 ? HTTPS : base.getPort());
        try (var socket = new Socket()) {
            socket.connect(address, PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(("HEAD / HTTP/1.1\r\nHost: " + base.getRawAuthority()
                    + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(BEGIN.length()), StandardCharsets.US_ASCII).equals(
                    BEGIN);
        } catch (IOException _) {
            return false;
        }
    }
}
