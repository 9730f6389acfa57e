package org.billrunconsole.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.billrunconsole.domain.ConnectionKind;

/** Connections in the settings file. */
final class ProfileJson {

    private ProfileJson() {}

    /** @throws IllegalArgumentException if what matters is missing or wrong; nothing that decides safety is guessed */
    static ConnectionProfile read(JsonNode node) {
        return new ConnectionProfile(UUID.fromString(Fields.text(node, "id", "")), Fields.text(node, "name", ""),
                ConnectionKind.valueOf(Fields.text(node, "kind", "").toUpperCase(Locale.ROOT)),
                URI.create(Fields.text(node, "baseUrl", "")), Fields.text(node, "brand", ""),
                Fields.text(node, "user", ""), Fields.choice(node, "signIn", SignInMode.TOKEN),
                Fields.flag(node, "readOnly", true), Fields.text(node, "adhocCurrency", ""),
                Fields.text(node, "caFile").map(Path::of), proxy(node.path("proxy")), advanced(node.path("advanced")));
    }

    private static ProxyChoice proxy(JsonNode node) {
        return switch (Fields.text(node, "mode", "system")) {
            case "none" -> new ProxyChoice.None();
            case "manual" -> new ProxyChoice.Manual(Fields.text(node, "host", ""), node.path("port").asInt(),
                    Fields.text(node, "user"));
            default -> new ProxyChoice.SystemWide();
        };
    }

    private static Advanced advanced(JsonNode node) {
        var usual = Advanced.DEFAULT;
        return new Advanced(Fields.flag(node, "reopenPatch", usual.reopenPatch()),
                Fields.flag(node, "guard", usual.guard()), seconds(node, "connectSeconds", usual.connectTimeout()),
                seconds(node, "readSeconds", usual.readTimeout()), seconds(node, "callSeconds", usual.callTimeout()));
    }

    private static Duration seconds(JsonNode node, String field, Duration usual) {
        return Duration.ofSeconds(Fields.number(node, field, Advanced.TIMEOUT_SECONDS, (int) usual.toSeconds()));
    }

    static void write(ConnectionProfile profile, ObjectNode node) {
        node.put("id", profile.id().toString());
        node.put("name", profile.name());
        node.put("kind", word(profile.kind()));
        node.put("baseUrl", profile.base().toString());
        Fields.put(node, "brand", profile.brand());
        Fields.put(node, "user", profile.user());
        node.put("signIn", word(profile.signIn()));
        node.put("readOnly", profile.readOnly());
        Fields.put(node, "adhocCurrency", profile.currencyLabel());
        Fields.put(node, "caFile", profile.caFile().map(Path::toString).orElse(null));
        write(profile.proxy(), Fields.object(node, "proxy"));
        write(profile.advanced(), Fields.object(node, "advanced"));
    }

    private static void write(ProxyChoice proxy, ObjectNode node) {
        var manual = proxy instanceof ProxyChoice.Manual chosen ? Optional.of(chosen)
                : Optional.<ProxyChoice.Manual>empty();
        node.put("mode", switch (proxy) {
            case ProxyChoice.SystemWide _ -> "system";
            case ProxyChoice.None _ -> "none";
            case ProxyChoice.Manual _ -> "manual";
        });
        Fields.put(node, "host", manual.map(ProxyChoice.Manual::host).orElse(null));
        Fields.put(node, "user", manual.flatMap(ProxyChoice.Manual::user).orElse(null));
        manual.ifPresentOrElse(chosen -> node.put("port", chosen.port()), () -> node.remove("port"));
    }

    private static void write(Advanced advanced, ObjectNode node) {
        node.put("reopenPatch", advanced.reopenPatch());
        node.put("guard", advanced.guard());
        node.put("connectSeconds", advanced.connectTimeout().toSeconds());
        node.put("readSeconds", advanced.readTimeout().toSeconds());
        node.put("callSeconds", advanced.callTimeout().toSeconds());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
