package org.billrunconsole.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.billrunconsole.api.TokenClaims;

/**
 * A token and what is known of it.
 *
 * @param value          never shown
 * @param obtained       by this machine's clock
 * @param until          when it ends, as far as is known
 * @param afterRejection whether it came in place of one the server had refused
 */
record Token(String value, Optional<String> user, Instant obtained, Optional<Instant> until, boolean afterRejection) {

    /** The vendor's word for tokens that do not say themselves. */
    static final Duration VENDOR_LIFE = Duration.ofMinutes(15);

    private static final Duration EARLY = Duration.ofMinutes(2);

    /** No token counts as over, and none is renewed again, sooner than this: a wrong clock must not cause a storm. */
    private static final Duration SHORTEST_LIFE = Duration.ofMinutes(1);
    private static final Duration LEAST_WAIT = SHORTEST_LIFE.dividedBy(2);
    private static final Duration LONGEST_LIFE = Duration.ofDays(1);

    /**
     * A token straight from the server. How long it lasts is the server's own reckoning where it says when it was made;
     * otherwise this machine's clock has to do, unless that makes it look over or all but over, which only shows that
     * the clock is wrong.
     */
    static Token fresh(String value, TokenClaims claims, Instant now, boolean afterRejection) {
        var life = claims.life()
                .map(said -> said.compareTo(SHORTEST_LIFE) < 0 ? SHORTEST_LIFE : said)
                .or(() -> claims.expires()
                        .map(end -> Duration.between(now, end))
                        .filter(left -> left.compareTo(SHORTEST_LIFE) >= 0))
                .orElse(VENDOR_LIFE);
        var bounded = life.compareTo(LONGEST_LIFE) < 0 ? life : LONGEST_LIFE;
        return new Token(value, claims.user(), now, Optional.of(now.plus(bounded)), afterRejection);
    }

    /** A token of unknown age. */
    static Token given(String value, TokenClaims claims, Instant now) {
        return new Token(value, claims.user(), now, claims.expires(), false);
    }

    /** The same without an end, where this machine's clock is not believed. */
    Token ofUnknownEnd() {
        return new Token(value, user, obtained, Optional.empty(), afterRejection);
    }

    boolean isOver(Instant now) {
        return until.filter(end -> !now.isBefore(end)).isPresent();
    }

    /** How long to wait before getting another: until two minutes before its end, or half its life if that is short. */
    Optional<Duration> renewIn(Instant now) {
        return until.map(end -> {
            var life = Duration.between(obtained, end);
            var early = life.compareTo(EARLY.multipliedBy(2)) < 0 ? life.dividedBy(2) : EARLY;
            var wait = Duration.between(now, end.minus(early));
            return wait.compareTo(LEAST_WAIT) < 0 ? LEAST_WAIT : wait;
        });
    }

    @Override
    public String toString() {
        return "Token[" + user.orElse("?") + ", until " + until.map(Instant::toString).orElse("?") + "]";
    }
}
