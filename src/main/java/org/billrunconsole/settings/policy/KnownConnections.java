package org.billrunconsole.settings.policy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.billrunconsole.domain.ServerIdentity;
import org.billrunconsole.settings.ConnectionProfile;
import org.billrunconsole.settings.ProxyChoice;
import org.billrunconsole.settings.SettingsStore;

/**
 * The connections there are: those of the computer's policy, then those a person has set up, as far as it lets them. A
 * locked connection stands for its server: nobody reaches that host under another name, kind or sign-in. Safe from several
 * threads.
 */
public final class KnownConnections {

    private final SettingsStore settings;
    private final Policy policy;

    public KnownConnections(SettingsStore settings, Policy policy) {
        this.settings = settings;
        this.policy = policy;
    }

    /** All of them, the policy's first in its order; blocks on the disk. */
    public List<ConnectionProfile> all() {
        var own = settings.profiles();
        var removed = settings.removedConnections();
        var all = new ArrayList<ConnectionProfile>();
        for (var managed : policy.connections()) {
            var id = managed.profile().id();
            if (managed.locked()) {
                all.add(withOwnUser(managed.profile()));
            } else {
                own.stream().filter(each -> each.id().equals(id)).findFirst().map(this::within)
                        .or(() -> removed.contains(id) ? Optional.empty() : Optional.of(managed.profile()))
                        .filter(each -> locked(each.base()).isEmpty())
                        .ifPresent(all::add);
            }
        }
        if (!policy.onlyTheseConnections()) {
            own.stream()
                    .filter(each -> managed(each.id()).isEmpty() && locked(each.base()).isEmpty())
                    .map(this::within)
                    .forEach(all::add);
        }
        return List.copyOf(all);
    }

    /** Whether a person can do nothing to a connection but open it. */
    public boolean isLocked(UUID id) {
        return managed(id).filter(ManagedConnection::locked).isPresent();
    }

    /** Whether a locked connection leaves it to each person as whom they sign in. */
    public boolean takesOwnUser(UUID id) {
        return managed(id).filter(each -> each.locked() && each.profile().user().isEmpty()).isPresent();
    }

    /** Whether a person may set up connections of their own. */
    public boolean mayAdd() {
        return !policy.onlyTheseConnections();
    }

    /** Whether a server is reached by a locked connection only, and this is not it. */
    public boolean isReserved(UUID id, URI base) {
        return !isLocked(id) && locked(base).isPresent();
    }

    /**
     * What stands for a connection that was not set up, as one of the command line; blocks on the disk.
     *
     * @return the locked one to the same server, or itself; empty where there may be no others
     */
    public Optional<ConnectionProfile> admitted(ConnectionProfile asked) {
        return locked(asked.base()).map(this::withOwnUser)
                .or(() -> mayAdd() ? Optional.of(within(asked)) : Optional.empty());
    }

    /** A connection with the proxy and the certificates that the policy sets for all; of a proxy each has their own user. */
    public ConnectionProfile within(ConnectionProfile profile) {
        if (isLocked(profile.id())) {
            return profile;
        }
        var trusting = policy.caFile().map(profile::withCaFile).orElse(profile);
        return policy.proxy().map(way -> trusting.withProxy(way(way, profile.proxy()))).orElse(trusting);
    }

    /** The proxy that is set for all. */
    public Optional<ProxyChoice> proxy() {
        return policy.proxy();
    }

    /** The certificates that are set for all. */
    public Optional<Path> caFile() {
        return policy.caFile();
    }

    /**
     * Adds a connection or replaces the one with its id; of a locked one only the user is a person's own.
     *
     * @throws IllegalArgumentException if the policy forbids it
     */
    public void save(ConnectionProfile profile) throws IOException {
        if (isLocked(profile.id())) {
            if (takesOwnUser(profile.id())) {
                settings.saveUser(profile.id(), profile.user());
            }
            return;
        }
        if (!mayAdd() || isReserved(profile.id(), profile.base())) {
            throw new IllegalArgumentException("The computer's policy does not allow this connection");
        }
        settings.save(within(profile));
    }

    /** Keeps as whom a person signs in to a connection. */
    public void saveUser(UUID id, String user) throws IOException {
        settings.saveUser(id, user);
    }

    /**
     * Removes a connection; one of the policy's that is not locked does not come back. Its secrets are for the caller to
     * forget.
     *
     * @throws IllegalArgumentException if it is locked
     */
    public void remove(UUID id) throws IOException {
        if (isLocked(id)) {
            throw new IllegalArgumentException("The computer's policy does not let this connection be removed");
        }
        settings.remove(id);
        if (managed(id).isPresent()) {
            settings.saveRemovedConnection(id);
        }
    }

    private Optional<ManagedConnection> managed(UUID id) {
        return policy.connections().stream().filter(each -> each.profile().id().equals(id)).findFirst();
    }

    /** By host and port, since the end of an address can be written in more ways than can be told apart here. */
    private Optional<ConnectionProfile> locked(URI base) {
        return policy.connections()
                .stream()
                .filter(ManagedConnection::locked)
                .map(ManagedConnection::profile)
                .filter(each -> host(each.base()).equals(host(base)))
                .min(Comparator.comparing(each -> !ServerIdentity.of(each.base()).equals(ServerIdentity.of(base))));
    }

    private static ServerIdentity host(URI base) {
        return ServerIdentity.of(base.resolve("/"));
    }

    private ConnectionProfile withOwnUser(ConnectionProfile locked) {
        return takesOwnUser(locked.id())
                ? settings.user(locked.id()).filter(ConnectionProfile::isLogin).map(locked::withUser).orElse(locked)
                : locked;
    }

    private static ProxyChoice way(ProxyChoice set, ProxyChoice own) {
        return set instanceof ProxyChoice.Manual(var host, var port, var user)
                && own instanceof ProxyChoice.Manual(_, _, var ownUser)
                        ? new ProxyChoice.Manual(host, port, user.or(() -> ownUser))
                        : set;
    }
}
