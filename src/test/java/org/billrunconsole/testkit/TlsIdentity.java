package org.billrunconsole.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * A server certificate that nobody vouches for, and what a client needs to trust it all the same.
 *
 * @param server what the server speaks TLS with
 * @param client what a client that trusts this one certificate speaks TLS with
 * @param trust  the trust manager of {@code client}
 */
public record TlsIdentity(SSLContext server, SSLContext client, X509TrustManager trust) {

    /** Made once a run with the JDK's own tool, so that no key lies in the repository and none runs out. */
    public static TlsIdentity selfSigned() {
        return Holder.INSTANCE;
    }

    private static TlsIdentity make() {
        try {
            var keys = keyStore();
            var keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keyManagers.init(keys, Secrets.PASSWORD.toCharArray());
            var server = SSLContext.getInstance("TLS");
            server.init(keyManagers.getKeyManagers(), null, null);

            var trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("server", keys.getCertificate("server"));
            var trustManagers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trustManagers.init(trusted);
            var trust = (X509TrustManager) trustManagers.getTrustManagers()[0];
            var client = SSLContext.getInstance("TLS");
            client.init(null, new TrustManager[]{trust}, null);
            return new TlsIdentity(server, client, trust);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeyStore keyStore() throws IOException, GeneralSecurityException {
        var folder = Files.createTempDirectory("console-tls");
        var file = folder.resolve("keys.p12");
        try {
            var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
            var made = new ProcessBuilder(List.of(keytool, "-genkeypair", "-alias", "server", "-keyalg", "EC",
                    "-dname", "CN=Nobody Known", "-ext", "san=dns:localhost", "-validity", "2",
                    "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", Secrets.PASSWORD))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (made.waitFor() != 0) {
                throw new IllegalStateException("keytool failed");
            }
            var keys = KeyStore.getInstance("PKCS12");
            try (var in = Files.newInputStream(file)) {
                keys.load(in, Secrets.PASSWORD.toCharArray());
            }
            return keys;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    private static final class Holder {

        private static final TlsIdentity INSTANCE = make();
    }
}
