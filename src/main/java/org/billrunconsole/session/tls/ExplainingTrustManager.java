package org.billrunconsole.session.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.billrunconsole.domain.DisplayText;
import org.billrunconsole.session.tls.TrustRefusal.Expired;
import org.billrunconsole.session.tls.TrustRefusal.NotYetValid;
import org.billrunconsole.session.tls.TrustRefusal.Other;
import org.billrunconsole.session.tls.TrustRefusal.UnknownIssuer;
import org.jspecify.annotations.Nullable;

/** Trusts the certificates that another trust manager trusts, and explains why it refuses others. */
final class ExplainingTrustManager extends X509ExtendedTrustManager {

    /** In the form of RFC 2253; a whole parser for it would need the naming module. */
    private static final Pattern COMMON_NAME = Pattern.compile("(?:^|,)CN=((?:\\\\.|[^,\\\\])*)");

    private final X509ExtendedTrustManager trusted;
    private volatile @Nullable TrustRefusal lastRefusal;

    ExplainingTrustManager(X509ExtendedTrustManager trusted) {
        this.trusted = trusted;
    }

    Optional<TrustRefusal> lastRefusal() {
        return Optional.ofNullable(lastRefusal);
    }

    /** A check that may say no. */
    @FunctionalInterface
    private interface Check {
        void run() throws CertificateException;
    }

    private void explained(X509Certificate[] chain, Check check) throws CertificateException {
        try {
            check.run();
        } catch (CertificateException e) {
            var refusal = refusal(chain, e);
            lastRefusal = refusal;
            // Without a cause: whoever looks for the root of the trouble is to find this sentence.
            throw new CertificateException(switch (refusal) {
                case UnknownIssuer(var issuer) -> "the certificate was issued by \"" + issuer
                        + "\", which is not trusted";
                case Expired(var subject, var since) -> "the certificate of \"" + subject + "\" is over since " + since;
                case NotYetValid(var subject, var from) -> "the certificate of \"" + subject + "\" is not valid before "
                        + from;
                case Other(var why) -> why;
            });
        }
    }

    private static TrustRefusal refusal(X509Certificate[] chain, CertificateException e) {
        var expired = Stream.of(chain).filter(each -> each.getNotAfter().toInstant().isBefore(Instant.now()))
                .findFirst();
        if (expired.isPresent()) {
            return new Expired(name(expired.get().getSubjectX500Principal().getName()),
                    expired.get().getNotAfter().toInstant());
        }
        var early = Stream.of(chain).filter(each -> each.getNotBefore().toInstant().isAfter(Instant.now()))
                .findFirst();
        if (early.isPresent()) {
            return new NotYetValid(name(early.get().getSubjectX500Principal().getName()),
                    early.get().getNotBefore().toInstant());
        }
        if (chain.length == 0 || !isPathMissing(e)) {
            return new Other(DisplayText.line(String.valueOf(e.getMessage())));
        }
        return new UnknownIssuer(name(chain[chain.length - 1].getIssuerX500Principal().getName()));
    }

    private static boolean isPathMissing(Throwable thrown) {
        for (var each = thrown; each != null; each = each.getCause()) {
            if (String.valueOf(each.getMessage()).contains("unable to find valid certification path")
                    || each.getSuppressed().length > 0 && Stream.of(each.getSuppressed())
                            .anyMatch(ExplainingTrustManager::isPathMissing)) {
                return true;
            }
        }
        return false;
    }

    /** The common name of a distinguished name, or all of it. */
    private static String name(String distinguished) {
        var common = COMMON_NAME.matcher(distinguished);
        // Whoever made the certificate wrote what they liked.
        return DisplayText.line(common.find() ? common.group(1).replaceAll("\\\\(.)", "$1") : distinguished);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        explained(chain, () -> trusted.checkServerTrusted(chain, authType, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        explained(chain, () -> trusted.checkServerTrusted(chain, authType, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        explained(chain, () -> trusted.checkServerTrusted(chain, authType));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        trusted.checkClientTrusted(chain, authType, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        trusted.checkClientTrusted(chain, authType, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        trusted.checkClientTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return trusted.getAcceptedIssuers();
    }
}
