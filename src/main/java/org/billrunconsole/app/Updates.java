package org.billrunconsole.app;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.session.Sessions;
import org.billrunconsole.settings.BaseAddress;
import org.billrunconsole.settings.ConnectionProfile;
import org.billrunconsole.settings.SettingsStore;
import org.billrunconsole.settings.policy.KnownConnections;
import org.billrunconsole.settings.policy.Policy;
import org.billrunconsole.support.BuildInfo;
import org.billrunconsole.updates.ProductVersion;
import org.billrunconsole.updates.UpdateCheck;
import org.billrunconsole.updates.VersionFile;
import org.billrunconsole.work.Scheduler;

/** Looks for newer versions where policy or build name an address, by the policy's proxy and certificates. */
final class Updates implements AutoCloseable {

    /** Makes the check, given who is told. */
    private interface Maker {

        UpdateCheck make(Consumer<ProductVersion> newer);
    }

    private final Optional<Maker> maker;
    private Optional<UpdateCheck> running = Optional.empty();

    private Updates(Optional<Maker> maker) {
        this.maker = maker;
    }

    static Updates of(BuildInfo build, Policy policy, KnownConnections connections, Sessions sessions,
            SettingsStore settings, Scheduler scheduler, InstantSource clock) {
        return new Updates(ProductVersion.parse(build.version())
                .flatMap(current -> address(build, policy).map(address -> {
                    var way = connections.within(ConnectionProfile.create("updates", ConnectionKind.TEST, address));
                    var file = new VersionFile(() -> sessions.options(way));
                    return newer -> new UpdateCheck(file, current, settings, scheduler, clock, newer);
                })));
    }

    /** The policy's address before the build's own. */
    static Optional<URI> address(BuildInfo build, Policy policy) {
        return policy.updateCheckOff() ? Optional.empty()
                : policy.updateAddress().or(() -> BaseAddress.parse(build.updates()));
    }

    /** @param newer told of a newer version, off the window's thread */
    void begin(Consumer<ProductVersion> newer) {
        running = maker.map(each -> each.make(newer));
        running.ifPresent(UpdateCheck::begin);
    }

    @Override
    public void close() {
        running.ifPresent(UpdateCheck::close);
    }
}
