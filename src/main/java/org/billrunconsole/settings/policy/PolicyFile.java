package org.billrunconsole.settings.policy;

import static org.billrunconsole.settings.policy.PolicyValueException.require;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.domain.ServerIdentity;
import org.billrunconsole.settings.Advanced;
import org.billrunconsole.settings.BaseAddress;
import org.billrunconsole.settings.ConnectionProfile;
import org.billrunconsole.settings.ProxyChoice;
import org.billrunconsole.settings.SignInMode;
import org.billrunconsole.settings.policy.PolicyFault.Expected;
import org.jspecify.annotations.Nullable;

/**
 * The policy as it is written. Connections have the keys that they have in the settings; what is left out is as usual.
 * A value that must not be there is refused with a {@link PolicyValueException}.
 */
record PolicyFile(boolean readOnly, boolean sandboxOff, @Nullable List<Connection> connections,
        boolean onlyTheseConnections, @Nullable ProxyServer proxy, @Nullable String caFile, boolean updateCheckOff,
        @Nullable String updateAddress) {

    PolicyFile {
        connections = connections == null ? List.of() : connections;
        require(!sandboxOff || connections.stream().anyMatch(each -> each.locked() || onlyTheseConnections),
                "connections", Expected.A_LOCKED_CONNECTION);
        var names = new HashSet<String>();
        for (int i = 0; i < connections.size(); i++) {
            require(names.add(connections.get(i).name().strip().toLowerCase(Locale.ROOT)),
                    "connections[" + i + "].name", Expected.OTHER_NAME);
        }
        path(caFile, "caFile");
        require(updateAddress == null || BaseAddress.parse(updateAddress).isPresent(), "updateAddress",
                Expected.ADDRESS);
    }

    /** The rules it lays down. */
    Policy policy() {
        var ca = path(caFile, "caFile");
        var way = Optional.ofNullable(proxy).map(ProxyServer::choice);
        return new Policy(readOnly, sandboxOff, connections.stream()
                .map(each -> new ManagedConnection(each.profile(way, ca), each.locked() || onlyTheseConnections))
                .toList(), onlyTheseConnections, way, ca, updateCheckOff,
                Optional.ofNullable(updateAddress).flatMap(BaseAddress::parse));
    }

    /** A connection as it is written. */
    record Connection(String name, String kind, String baseUrl, @Nullable String brand, @Nullable String user,
            @Nullable String signIn, @Nullable Boolean readOnly, @Nullable String adhocCurrency,
            @Nullable String caFile, @Nullable ProxyServer proxy, @Nullable Limits advanced, boolean locked) {

        Connection {
            require(name != null && ConnectionProfile.isName(name), "name", Expected.NAME);
            require(word(ConnectionKind.values(), kind).isPresent(), "kind", Expected.KIND);
            require(baseUrl != null && BaseAddress.parse(baseUrl).isPresent(), "baseUrl", Expected.ADDRESS);
            require(ConnectionProfile.isLogin(text(brand)), "brand", Expected.SHORT_TEXT);
            require(ConnectionProfile.isLogin(text(user)), "user", Expected.SHORT_TEXT);
            require(signIn == null || word(SignInMode.values(), signIn).isPresent(), "signIn", Expected.SIGN_IN);
            path(caFile, "caFile");
        }

        private ConnectionProfile profile(Optional<ProxyChoice> usualProxy, Optional<Path> usualCaFile) {
            var what = word(ConnectionKind.values(), kind).orElseThrow();
            var base = BaseAddress.parse(baseUrl).orElseThrow();
            return new ConnectionProfile(id(base), name, what, base, text(brand), text(user),
                    word(SignInMode.values(), signIn).orElse(SignInMode.TOKEN),
                    readOnly == null ? what == ConnectionKind.PRODUCTION : readOnly, text(adhocCurrency),
                    path(caFile, "caFile").or(() -> usualCaFile),
                    Optional.ofNullable(proxy).map(ProxyServer::choice).or(() -> usualProxy)
                            .orElseGet(ProxyChoice.SystemWide::new),
                    advanced == null ? Advanced.DEFAULT : advanced.advanced());
        }

        /** The same as long as name and server are, so that no password goes to another server than it was kept for. */
        private UUID id(URI base) {
            return UUID.nameUUIDFromBytes(("policy\n" + name.strip() + "\n" + ServerIdentity.of(base).text())
                    .getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A way out of the network as it is written. */
    record ProxyServer(String mode, @Nullable String host, @Nullable Integer port, @Nullable String user) {

        ProxyServer {
            require(Stream.of("system", "none", "manual").anyMatch(each -> each.equals(mode)), "mode",
                    Expected.PROXY_MODE);
            if ("manual".equals(mode)) {
                require(host != null && ProxyChoice.Manual.isHost(host), "host", Expected.PROXY_HOST);
                require(port != null && ProxyChoice.Manual.PORTS.contains(port), "port", Expected.PROXY_PORT);
            }
        }

        private ProxyChoice choice() {
            return switch (mode) {
                case "none" -> new ProxyChoice.None();
                case "manual" -> new ProxyChoice.Manual(text(host), port == null ? 0 : port,
                        Optional.ofNullable(user));
                default -> new ProxyChoice.SystemWide();
            };
        }
    }

    /** What most never touch, as it is written; times in seconds. */
    record Limits(boolean reopenPatch, boolean guard, @Nullable Integer connectSeconds, @Nullable Integer readSeconds,
            @Nullable Integer callSeconds) {

        Limits {
            seconds(connectSeconds, "connectSeconds");
            seconds(readSeconds, "readSeconds");
            seconds(callSeconds, "callSeconds");
        }

        private Advanced advanced() {
            var usual = Advanced.DEFAULT;
            return new Advanced(reopenPatch, guard, seconds(connectSeconds, "").orElse(usual.connectTimeout()),
                    seconds(readSeconds, "").orElse(usual.readTimeout()),
                    seconds(callSeconds, "").orElse(usual.callTimeout()));
        }

        private static Optional<Duration> seconds(@Nullable Integer number, String key) {
            require(number == null || Advanced.TIMEOUT_SECONDS.contains(number), key, Expected.SECONDS);
            return Optional.ofNullable(number).map(Duration::ofSeconds);
        }
    }

    private static String text(@Nullable String written) {
        return written == null ? "" : written;
    }

    private static Optional<Path> path(@Nullable String written, String key) {
        if (written == null) {
            return Optional.empty();
        }
        try {
            var path = Path.of(written);
            require(path.isAbsolute(), key, Expected.ABSOLUTE_PATH);
            return Optional.of(path);
        } catch (InvalidPathException _) {
            throw new PolicyValueException(key, Expected.ABSOLUTE_PATH);
        }
    }

    private static <E extends Enum<E>> Optional<E> word(E[] all, @Nullable String written) {
        return Stream.of(all).filter(each -> each.name().toLowerCase(Locale.ROOT).equals(written)).findFirst();
    }
}
