package org.billrunconsole.session.tls;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import nl.altindag.ssl.SSLFactory;
import nl.altindag.ssl.exception.GenericException;
import nl.altindag.ssl.util.CertificateUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the trust managers of a connection: the JDK's roots, the operating system's, and those in the connection's
 * file. There is no way to trust more, and none to skip the check of the host's name.
 */
public final class Trust {

    private static final Logger LOG = LoggerFactory.getLogger(Trust.class);

    private final SSLContext context;
    private final ExplainingTrustManager manager;

    private Trust(SSLContext context, ExplainingTrustManager manager) {
        this.context = context;
        this.manager = manager;
    }

    /**
     * Gathers them; reads files and, on some systems, asks the operating system, so not on the window's thread.
     *
     * @throws CaFileException if the file cannot be used
     */
    public static Trust gather(Optional<Path> caFile) {
        var extra = caFile.map(Trust::certificates).orElse(List.of());
        var manager = new ExplainingTrustManager(factory(extra).getTrustManager().orElseThrow());
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[]{manager}, null);
            return new Trust(context, manager);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no TLS", e);
        }
    }

    public SSLContext context() {
        return context;
    }

    public X509TrustManager manager() {
        return manager;
    }

    /** Why the last server was not trusted, if one was not. */
    public Optional<TrustRefusal> lastRefusal() {
        return manager.lastRefusal();
    }

    private static SSLFactory factory(List<Certificate> extra) {
        try {
            return builder(extra).withSystemTrustMaterial().build();
        } catch (RuntimeException e) {
            // Some systems have none, or one that cannot be read; the rest still holds.
            LOG.warn("The operating system's certificates are not used: {}", e.toString());
            return builder(extra).build();
        }
    }

    private static SSLFactory.Builder builder(List<Certificate> extra) {
        var builder = SSLFactory.builder().withDefaultTrustMaterial();
        return extra.isEmpty() ? builder : builder.withTrustMaterial(extra);
    }

    private static List<Certificate> certificates(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new CaFileException(file, CaFileException.Problem.MISSING);
        }
        if (!Files.isReadable(file)) {
            throw new CaFileException(file, CaFileException.Problem.UNREADABLE);
        }
        try {
            var found = CertificateUtils.loadCertificate(file);
            if (!found.isEmpty()) {
                return found;
            }
        } catch (GenericException | IllegalArgumentException _) {
            // Its message quotes the file, which may be a private key.
        }
        throw new CaFileException(file, CaFileException.Problem.NO_CERTIFICATE);
    }
}
