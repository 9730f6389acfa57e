package org.billrunconsole.settings;

import static org.billrunconsole.settings.SettingsJson.or;
import static org.billrunconsole.settings.SettingsJson.orEmpty;
import static org.billrunconsole.settings.SettingsJson.unlessEmpty;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.billrunconsole.domain.ConnectionKind;
import org.jspecify.annotations.Nullable;

/** A connection as it is written in {@code settings.json}; a component is null where nothing usable is written. */
record ProfileFile(@Nullable UUID id, @Nullable String name, @Nullable String kind, @Nullable URI baseUrl,
        @Nullable String brand, @Nullable String user, @Nullable SignInMode signIn, @Nullable Boolean readOnly,
        @Nullable String adhocCurrency, @Nullable String caFile, @Nullable Proxy proxy, @Nullable Limits advanced) {

    static ProfileFile of(ConnectionProfile profile) {
        return new ProfileFile(profile.id(), profile.name(), word(profile.kind()), profile.base(),
                unlessEmpty(profile.brand()), unlessEmpty(profile.user()), profile.signIn(), profile.readOnly(),
                unlessEmpty(profile.currencyLabel()), profile.caFile().map(Path::toString).orElse(null),
                Proxy.of(profile.proxy()), Limits.of(profile.advanced()));
    }

    /** @throws IllegalArgumentException if what matters is missing or wrong; nothing that decides safety is guessed */
    ConnectionProfile profile() {
        return new ConnectionProfile(required("id", id), orEmpty(name),
                ConnectionKind.valueOf(orEmpty(kind).toUpperCase(Locale.ROOT)),
                required("baseUrl", baseUrl), orEmpty(brand), orEmpty(user), or(signIn, SignInMode.TOKEN),
                or(readOnly, true), orEmpty(adhocCurrency),
                Optional.ofNullable(caFile).filter(file -> !file.isBlank()).map(Path::of),
                proxy == null ? new ProxyChoice.SystemWide() : proxy.choice(),
                advanced == null ? Advanced.DEFAULT : advanced.advanced());
    }

    private static String word(ConnectionKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static <T> T required(String key, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("A connection has a usable " + key);
        }
        return value;
    }

    /** How to get out of the network; host, user and port are those of {@code manual}. */
    record Proxy(@Nullable String mode, @Nullable String host, @Nullable String user, @Nullable Integer port) {

        private static Proxy of(ProxyChoice choice) {
            return switch (choice) {
                case ProxyChoice.SystemWide _ -> new Proxy("system", null, null, null);
                case ProxyChoice.None _ -> new Proxy("none", null, null, null);
                case ProxyChoice.Manual(var host, var port, var user) -> new Proxy("manual", host, user.orElse(null),
                        port);
            };
        }

        private ProxyChoice choice() {
            return switch (orEmpty(mode)) {
                case "none" -> new ProxyChoice.None();
                case "manual" -> new ProxyChoice.Manual(orEmpty(host), or(port, 0), Optional.ofNullable(user));
                default -> new ProxyChoice.SystemWide();
            };
        }
    }

    /** What most never touch; times in seconds. */
    record Limits(@Nullable Boolean reopenPatch, @Nullable Boolean guard, @Nullable Integer connectSeconds,
            @Nullable Integer readSeconds, @Nullable Integer callSeconds) {

        private static Limits of(Advanced advanced) {
            return new Limits(advanced.reopenPatch(), advanced.guard(), (int) advanced.connectTimeout().toSeconds(),
                    (int) advanced.readTimeout().toSeconds(), (int) advanced.callTimeout().toSeconds());
        }

        private Advanced advanced() {
            var usual = Advanced.DEFAULT;
            return new Advanced(or(reopenPatch, usual.reopenPatch()), or(guard, usual.guard()),
                    seconds(connectSeconds, usual.connectTimeout()), seconds(readSeconds, usual.readTimeout()),
                    seconds(callSeconds, usual.callTimeout()));
        }

        private static Duration seconds(@Nullable Integer written, Duration usual) {
            return Duration.ofSeconds(Advanced.TIMEOUT_SECONDS.or(written, (int) usual.toSeconds()));
        }
    }
}
