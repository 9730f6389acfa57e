package org.billrunconsole.sandbox.api;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.billrunconsole.sandbox.data.SandboxUser;
import org.billrunconsole.sandbox.lifecycle.Refusal;
import org.billrunconsole.sandbox.lifecycle.SandboxClock;

/** Bearer tokens: JWTs signed with HS256 and a key that lives as long as the sandbox. Safe for use by many threads. */
public final class Tokens {

    private static final String GENERATION = "gen";

    private final SandboxClock clock;
    private final Duration lifetime;
    private final Algorithm algorithm = Algorithm.HMAC256(randomKey());
    private final AtomicInteger generation = new AtomicInteger();

    public Tokens(SandboxClock clock, Duration lifetime) {
        this.clock = clock;
        this.lifetime = lifetime;
    }

    public String issue(SandboxUser user) {
        var now = clock.instant();
        return JWT.create()
                .withSubject(user.username())
                .withIssuer("sandbox")
                .withClaim("brand", user.brand())
                .withIssuedAt(now)
                .withExpiresAt(now.plus(lifetime))
                .withClaim(GENERATION, generation.get())
                .sign(algorithm);
    }

    /** Makes every token issued until now invalid. */
    public void expireAll() {
        generation.incrementAndGet();
    }

    /** @throws Refusal 401 */
    SandboxUser verified(Optional<String> authorization) {
        var claims = signed(authorization.filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(value -> value.substring(7).strip())
                .orElseThrow(() -> new Refusal(401, "A bearer token is needed")));
        // The library's own look at the time goes by the computer's clock, and the sandbox has one of its own.
        if (!clock.instant().isBefore(claims.getExpiresAtAsInstant())
                || claims.getClaim(GENERATION).asInt() != generation.get()) {
            throw new Refusal(401, "The token has expired");
        }
        for (var user : SandboxUser.values()) {
            if (user.username().equals(claims.getSubject())) {
                return user;
            }
        }
        throw invalid();
    }

    /** The claims of a token that carries this sandbox's signature. */
    private DecodedJWT signed(String token) {
        try {
            var claims = JWT.decode(token);
            if (!algorithm.getName().equals(claims.getAlgorithm())) {
                throw invalid();
            }
            algorithm.verify(claims);
            return claims;
        } catch (JWTVerificationException _) {
            throw invalid();
        }
    }

    private static byte[] randomKey() {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        return key;
    }

    private static Refusal invalid() {
        return new Refusal(401, "The token is not valid");
    }
}
