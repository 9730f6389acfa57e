package org.billrunconsole.api.http.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;

/**
 * Makes TLS sockets whose handshake has to end within the connection time-out instead of the read time-out: what is
 * silent then speaks no TLS. After the handshake OkHttp sets the read time-out.
 */
final class PromptTls extends SSLSocketFactory {

    private final SSLSocketFactory sockets;
    private final int millis;

    PromptTls(SSLSocketFactory sockets, Duration longest) {
        this.sockets = sockets;
        this.millis = Math.toIntExact(longest.toMillis());
    }

    @Override
    public Socket createSocket(Socket connected, String host, int port, boolean autoClose) throws IOException {
        connected.setSoTimeout(millis);
        return sockets.createSocket(connected, host, port, autoClose);
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return sockets.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return sockets.getSupportedCipherSuites();
    }

    // The library secures sockets that are connected already, and asks for no others.

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw new UnsupportedOperationException();
    }
}
