package org.billrunconsole.runs;

import java.time.Instant;
import java.util.Optional;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.lifecycle.ActionContext;

/** Whether the runs on the screen are up to date, and if not, why. */
public sealed interface Freshness {

    /** Nothing has been read yet. */
    record Connecting() implements Freshness {}

    /** The last reading went well, within the time of the last two. */
    record Live(Instant lastGood) implements Freshness {}

    /** A reading failed; too early to call it stale. */
    record Faltering(Instant lastGood, Failure failure) implements Freshness {}

    /** Readings in a row failed, or one has had no answer for as long as two take: actions lock until one goes well. */
    record Stale(Optional<Instant> lastGood, Failure failure) implements Freshness {}

    /** The server wants a new sign-in; nothing is asked until then. */
    record SignedOut(Optional<Instant> lastGood, Failure failure) implements Freshness {}

    /** The operator has paused the watch. */
    record Paused(Optional<Instant> lastGood) implements Freshness {}

    /** True if actions must wait until the data is fresh again. */
    default boolean locksActions() {
        return data() != ActionContext.Data.FRESH;
    }

    /** What it means for the actions of runs. */
    default ActionContext.Data data() {
        return switch (this) {
            case Live _,Faltering _ -> ActionContext.Data.FRESH;
            case Connecting _,Stale _,SignedOut _ -> ActionContext.Data.STALE;
            case Paused _ -> ActionContext.Data.PAUSED;
        };
    }

    default Optional<Instant> lastGoodReading() {
        return switch (this) {
            case Connecting _ -> Optional.empty();
            case Live(var when) -> Optional.of(when);
            case Faltering(var when, _) -> Optional.of(when);
            case Stale(var when, _) -> when;
            case SignedOut(var when, _) -> when;
            case Paused(var when) -> when;
        };
    }
}
