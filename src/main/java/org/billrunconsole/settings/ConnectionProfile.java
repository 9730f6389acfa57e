package org.billrunconsole.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.billrunconsole.domain.Connection;
import org.billrunconsole.domain.ConnectionKind;

/**
 * A system as the operator set it up. It holds no secret.
 *
 * @param id            never changes, so that layout and passwords stay with a connection that is renamed
 * @param name          what the operator calls it; 1 to 60 characters
 * @param kind          how much can go wrong there
 * @param base          base address; https, or http to this machine
 * @param brand         brand name given out by the vendor; empty if none is needed
 * @param user          who signs in; empty if the token says it, or if it is asked for with the password
 * @param signIn        where the token comes from
 * @param readOnly      whether it starts with changes switched off
 * @param currencyLabel what ad hoc runs' amounts are shown in; the API does not say
 * @param caFile        certificates trusted besides those of the JDK and the operating system
 * @param proxy         how to get out of the network
 * @param advanced      what most never touch
 */
public record ConnectionProfile(UUID id, String name, ConnectionKind kind, URI base, String brand, String user,
        SignInMode signIn, boolean readOnly, String currencyLabel, Optional<Path> caFile, ProxyChoice proxy,
        Advanced advanced) {

    /** The sandbox that is always there; its address is known only while it runs. */
    public static final UUID SANDBOX_ID = new UUID(0, 1);

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_USER = 100;

    public ConnectionProfile {
        name = name.strip();
        if (!isName(name)) {
            throw new IllegalArgumentException("A connection's name has 1 to " + LONGEST_NAME + " characters");
        }
        if (!isLogin(brand) || !isLogin(user)) {
            throw new IllegalArgumentException("Brand and user have up to " + LONGEST_USER + " characters");
        }
        if (BaseAddress.problem(base).isPresent()) {
            throw new IllegalArgumentException("A base address begins with https (http only to this machine)");
        }
    }

    /** Whether a text may be a connection's name. */
    public static boolean isName(String text) {
        return !text.isBlank() && text.strip().length() <= LONGEST_NAME;
    }

    /** Whether a text may be a brand or a user. */
    public static boolean isLogin(String text) {
        return text.length() <= LONGEST_USER;
    }

    /** A new connection with everything as usual; one to production starts with changes switched off. */
    public static ConnectionProfile create(String name, ConnectionKind kind, URI base) {
        return new ConnectionProfile(UUID.randomUUID(), name, kind, base, "", "", SignInMode.TOKEN,
                kind == ConnectionKind.PRODUCTION, "", Optional.empty(), new ProxyChoice.SystemWide(),
                Advanced.DEFAULT);
    }

    /** As the rest of the program shows it. */
    public Connection connection() {
        return new Connection(name, kind, base);
    }

    public ConnectionProfile withSignIn(SignInMode mode, String newBrand, String newUser) {
        return new ConnectionProfile(id, name, kind, base, newBrand, newUser, mode, readOnly, currencyLabel, caFile,
                proxy, advanced);
    }

    public ConnectionProfile withUser(String newUser) {
        return withSignIn(signIn, brand, newUser);
    }

    /** Trusting nobody but the JDK and the operating system do. */
    public ConnectionProfile withoutCaFile() {
        return new ConnectionProfile(id, name, kind, base, brand, user, signIn, readOnly, currencyLabel,
                Optional.empty(), proxy, advanced);
    }

    public ConnectionProfile withCaFile(Path file) {
        return new ConnectionProfile(id, name, kind, base, brand, user, signIn, readOnly, currencyLabel,
                Optional.of(file), proxy, advanced);
    }

    public ConnectionProfile withProxy(ProxyChoice choice) {
        return new ConnectionProfile(id, name, kind, base, brand, user, signIn, readOnly, currencyLabel, caFile,
                choice, advanced);
    }
}
