package org.billrunconsole.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Bearer tokens: JWTs signed with HS256 and a key that lives as long as the sandbox. */
final class Tokens {

    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] key = new byte[32];
    private final SandboxClock clock;
    private final Duration lifetime;
    private final AtomicInteger generation = new AtomicInteger();

    Tokens(SandboxClock clock, Duration lifetime) {
        this.clock = clock;
        this.lifetime = lifetime;
        new SecureRandom().nextBytes(key);
    }

    String issue(SandboxUser user) {
        var now = clock.instant();
        var header = encoded(Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("alg", "HS256");
            json.writeStringField("typ", "JWT");
            json.writeEndObject();
        }));
        var claims = encoded(Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("sub", user.username());
            json.writeStringField("iss", "sandbox");
            json.writeStringField("brand", user.brand());
            json.writeNumberField("iat", now.getEpochSecond());
            json.writeNumberField("exp", now.plus(lifetime).getEpochSecond());
            json.writeNumberField("gen", generation.get());
            json.writeEndObject();
        }));
        var signed = header + "." + claims;
        return signed + "." + encoded(signature(signed));
    }

    /** Makes every token issued until now invalid. */
    void expireAll() {
        generation.incrementAndGet();
    }

    /** @throws Refusal 401 */
    SandboxUser verified(Optional<String> authorization) {
        var token = authorization.filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(value -> value.substring(7).strip())
                .orElseThrow(() -> new Refusal(401, "A bearer token is needed"));
        var lastDot = token.lastIndexOf('.');
        if (lastDot < 0 || !MessageDigest.isEqual(signature(token.substring(0, lastDot)),
                decoded(token.substring(lastDot + 1)))) {
            throw invalid();
        }
        var claims = claims(token);
        if (claims.path("exp").asLong() <= clock.instant().getEpochSecond()
                || claims.path("gen").asInt() != generation.get()) {
            throw new Refusal(401, "The token has expired");
        }
        for (var user : SandboxUser.values()) {
            if (user.username().equals(claims.path("sub").asText())) {
                return user;
            }
        }
        throw invalid();
    }

    private static JsonNode claims(String token) {
        return Json.read(decoded(token.split("\\.")[1]));
    }

    private byte[] signature(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException _) {
            throw invalid();
        }
    }

    private static Refusal invalid() {
        return new Refusal(401, "The token is not valid");
    }
}
