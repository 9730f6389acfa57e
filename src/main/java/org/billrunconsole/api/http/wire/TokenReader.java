package org.billrunconsole.api.http.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import org.billrunconsole.api.TokenClaims;
import org.billrunconsole.domain.DisplayText;

/** Reads a JWT's claims leniently: the vendor does not document them, so the usual names are tried. */
public final class TokenReader {

    /** A token's end is reckoned with; that of one that says it lasts beyond the year 9999 is not known. */
    private static final BigInteger LATEST = BigInteger.valueOf(Instant.parse("9999-12-31T00:00:00Z").getEpochSecond());

    private TokenReader() {}

    public static TokenClaims claims(String token) {
        var parts = token.split("\\.");
        if (parts.length != 3) {
            return TokenClaims.NONE;
        }
        try {
            var claims = ApiJson.MAPPER.readTree(Base64.getUrlDecoder().decode(parts[1]));
            return claims == null ? TokenClaims.NONE
                    : new TokenClaims(user(claims), instant(claims, "exp"),
                            instant(claims, "iat"));
        } catch (IOException | IllegalArgumentException _) {
            // A token that is no JWT is still a token; only its words are lost. Its text must not reach the log.
            return TokenClaims.NONE;
        }
    }

    private static Optional<String> user(JsonNode claims) {
        return Stream.of("username", "preferred_username", "sub")
                .map(claims::path)
                .filter(JsonNode::isTextual)
                .map(claim -> DisplayText.line(claim.asText()))
                .findFirst();
    }

    private static Optional<Instant> instant(JsonNode claims, String name) {
        var seconds = JsonNumber.decimal(claims.path(name)).map(BigDecimal::toBigInteger);
        return seconds.filter(value -> value.signum() >= 0 && value.compareTo(LATEST) <= 0)
                .map(value -> Instant.ofEpochSecond(value.longValueExact()));
    }
}
