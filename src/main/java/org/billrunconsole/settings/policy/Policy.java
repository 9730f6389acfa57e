package org.billrunconsole.settings.policy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.billrunconsole.settings.ProxyChoice;

/**
 * The rules of a computer. Whatever a person sets up for themselves stands behind them.
 *
 * @param readOnly             whether changes are ruled out everywhere, for good
 * @param sandboxOff           whether the built-in sandbox is neither offered nor started; one of the
 *                             {@code connections} at least is locked then
 * @param connections          those that everybody has, in this order
 * @param onlyTheseConnections whether there are no others; then all of them are locked
 * @param proxy                the way out of the network for every connection that is not given its own here
 * @param caFile               certificates trusted by every connection that is not given its own here
 * @param updateCheckOff       whether nobody is asked for newer versions, not even at the product's own address
 * @param updateAddress        where to ask for newer versions
 */
public record Policy(boolean readOnly, boolean sandboxOff, List<ManagedConnection> connections,
        boolean onlyTheseConnections, Optional<ProxyChoice> proxy, Optional<Path> caFile, boolean updateCheckOff,
        Optional<URI> updateAddress) {

    /** No rules: the computer has no policy. */
    public static final Policy NONE = new Policy(false, false, List.of(), false, Optional.empty(), Optional.empty(),
            false, Optional.empty());

    /**
     * The rules while nobody knows what they are, since the file that says so cannot be understood: the sandbox, which
     * sends nothing to anybody, and no change even there.
     */
    public static final Policy STRICTEST = new Policy(true, false, List.of(), true, Optional.empty(),
            Optional.empty(), true, Optional.empty());

    public Policy {
        connections = List.copyOf(connections);
    }
}
