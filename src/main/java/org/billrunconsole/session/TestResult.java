package org.billrunconsole.session;

import java.time.Duration;
import java.util.Optional;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.Failure.ServerWords;
import org.billrunconsole.session.tls.CaFileException;
import org.billrunconsole.session.tls.TrustRefusal;

/** The result of a connection test. */
public sealed interface TestResult {

    /** A list was read. */
    record Works(Optional<String> user, Duration took) implements TestResult {}

    /** There is no server of that name. */
    record UnknownHost(String host) implements TestResult {}

    /** Nothing listens there, or something in between says no. */
    record NotAnswering(String address) implements TestResult {}

    /** The server's certificate is not trusted. */
    record NotTrusted(TrustRefusal refusal) implements TestResult {}

    /** The certificate is another host's. */
    record WrongHostName(String host) implements TestResult {}

    /** No secure connection could be made, for another reason. */
    record NoTls(String detail) implements TestResult {}

    /** The server speaks plain HTTP where TLS was asked for. */
    record PlainHttpOnly(String address) implements TestResult {}

    /** The certificate file cannot be used. */
    record CaFileUnusable(String file, CaFileException.Problem problem) implements TestResult {}

    /** The proxy is not there, or does not let the console through. */
    record ProxyTrouble(String detail) implements TestResult {}

    /** The server is there but does not accept the password or token. */
    record SignInRefused() implements TestResult {}

    /** There is nothing to sign in with. */
    record NothingToSignInWith() implements TestResult {}

    /** Signed in, but this user may not read bill runs. */
    record NotPermitted(ServerWords words) implements TestResult {}

    /** Not an Elevate address: a server answers, but not as the API does. The path is wrong, or it is another server. */
    record WrongPath(String path) implements TestResult {}

    /** Anything else. */
    record Other(Failure failure) implements TestResult {}
}
