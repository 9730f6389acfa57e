package org.billrunconsole.app;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.sandbox.Sandbox;
import org.billrunconsole.sandbox.data.SandboxUser;
import org.billrunconsole.session.tls.CaFileException;
import org.billrunconsole.settings.Advanced;
import org.billrunconsole.settings.ConnectionProfile;
import org.billrunconsole.settings.ProxyChoice;
import org.billrunconsole.settings.SignInMode;
import org.billrunconsole.ui.shell.Access;

/** Opens connections: those that were set up, the one of the command line, and the sandbox, which runs on demand. */
final class ConnectionSessionFactory implements AutoCloseable {

    private static final int LONGEST_NAME = 60;
    private static final URI NOT_RUNNING = URI.create("http://127.0.0.1/v1");

    private final AppContext appContext;
    private final Supplier<Sandbox> starter;
    private final boolean lookOnly;
    private Optional<Sandbox> sandbox = Optional.empty();

    /**
     * @param starter  starts the sandbox
     * @param lookOnly whether the program was started to look only
     */
    ConnectionSessionFactory(AppContext appContext, Supplier<Sandbox> starter, boolean lookOnly) {
        this.appContext = appContext;
        this.starter = starter;
        this.lookOnly = lookOnly;
    }

    /** The sandbox, started if it does not run yet. */
    synchronized Sandbox sandbox() {
        if (sandbox.isEmpty()) {
            sandbox = Optional.of(starter.get());
        }
        return sandbox.get();
    }

    /** The sandbox as a connection. Its address is known only while it runs, and it need not run to be listed. */
    synchronized ConnectionProfile sandboxProfile() {
        return new ConnectionProfile(ConnectionProfile.SANDBOX_ID, appContext.messages().get("connection.sandbox"),
                ConnectionKind.SANDBOX, sandbox.map(Sandbox::baseUri).orElse(NOT_RUNNING), "", "", SignInMode.TOKEN,
                false, "", Optional.empty(),
                new ProxyChoice.None(), new Advanced(true, false, Advanced.DEFAULT.connectTimeout(),
                        Advanced.DEFAULT.readTimeout(), Advanced.DEFAULT.callTimeout()));
    }

    /** A server named on the command line; nothing is known of it, so it is taken for the most dangerous kind. */
    ConnectionProfile named(URI url) {
        var host = url.getHost();
        return new ConnectionProfile(UUID.nameUUIDFromBytes(url.toString().getBytes(StandardCharsets.UTF_8)),
                host.substring(0, Math.min(host.length(), LONGEST_NAME)), ConnectionKind.PRODUCTION, url, "", "",
                SignInMode.ENVIRONMENT, true, "", Optional.empty(), new ProxyChoice.SystemWide(), Advanced.DEFAULT);
    }

    /** The connections that were set up, by the computer's administrators and by the operator. */
    List<ConnectionProfile> known() {
        return appContext.connections().all();
    }

    /** The sandbox as a connection, unless it is off. */
    Optional<ConnectionProfile> offeredSandbox() {
        return appContext.policy().policy().sandboxOff() ? Optional.empty() : Optional.of(sandboxProfile());
    }

    /** Where the program opens that has been nowhere yet: where the sandbox is off, a policy has one connection at least. */
    ConnectionProfile home() {
        return offeredSandbox().orElseGet(() -> known().getFirst());
    }

    /**
     * Opens something in place of a connection that cannot be opened as it was set up.
     *
     * @throws RuntimeException if there is nothing else
     */
    ConnectionSession openInstead(ConnectionProfile wanted, RuntimeException why) {
        var practice = offeredSandbox();
        if (practice.isEmpty() && !(why instanceof CaFileException)) {
            throw why;
        }
        // Without its file it trusts fewer servers, never more; it opens, says so and reads nothing.
        return open(practice.orElseGet(wanted::withoutCaFile));
    }

    /**
     * Opens a connection; blocks on disks and, for secure ones, on the system's certificates.
     *
     * @throws RuntimeException if its files cannot be used
     */
    ConnectionSession open(ConnectionProfile wanted) {
        var isBuiltIn = isBuiltIn(wanted);
        if (isBuiltIn) {
            sandbox();
        }
        var profile = isBuiltIn ? sandboxProfile() : wanted;
        var options = appContext.sessions().options(profile);
        var signIn = isBuiltIn
                ? appContext.sessions().signIn(() -> sandbox().token(SandboxUser.OPERATOR))
                : appContext.sessions().signIn(profile, options);
        try {
            var opened = new ConnectionSession(appContext, profile, signIn, options, access(profile));
            opened.begin(isBuiltIn ? Optional.of(sandbox().began()) : Optional.empty());
            return opened;
        } catch (RuntimeException e) {
            signIn.close();
            throw e;
        }
    }

    /** Whether switching from one to the other would change nothing. */
    boolean isSame(ConnectionProfile one, ConnectionProfile other) {
        return one.equals(other) || isBuiltIn(one) && isBuiltIn(other);
    }

    private static boolean isBuiltIn(ConnectionProfile profile) {
        return profile.id().equals(ConnectionProfile.SANDBOX_ID);
    }

    private Access access(ConnectionProfile profile) {
        if (appContext.policy().policy().readOnly()) {
            return Access.RULED_OUT;
        }
        if (lookOnly) {
            return Access.READ_ONLY;
        }
        return profile.readOnly() || profile.kind() == ConnectionKind.PRODUCTION
                ? Access.READ_ONLY_AT_FIRST
                : Access.CHANGES;
    }

    @Override
    public synchronized void close() {
        sandbox.ifPresent(Sandbox::close);
    }
}
