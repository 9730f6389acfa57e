package org.billrunconsole.domain.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.billrunconsole.domain.Stage;

/**
 * One stay of a run in a stage, as this console saw it.
 *
 * @param stage     the stage
 * @param from      when the run was first seen in it
 * @param done      when the server was seen to be through with its work in it (100 per cent); empty where that was not
 *                  seen
 * @param until     when the run was first seen in another stage, or last known to be in this one if the console did
 *                  not watch when it left; empty while it stays
 * @param entrySeen false if the console was not watching when the run came in, so that it may have been there longer
 * @param exitSeen  false while the run stays, and if the console was not watching when it left
 */
public record StageVisit(Stage stage, Instant from, Optional<Instant> done, Optional<Instant> until, boolean entrySeen,
        boolean exitSeen) {

    /** A run that has just been seen in a stage. */
    public static StageVisit begun(Stage stage, Instant from, boolean entrySeen) {
        return new StageVisit(stage, from, Optional.empty(), Optional.empty(), entrySeen, false);
    }

    public StageVisit done(Instant when) {
        return new StageVisit(stage, from, Optional.of(when), until, entrySeen, exitSeen);
    }

    public StageVisit left(Instant when, boolean seen) {
        return new StageVisit(stage, from, done, Optional.of(when), entrySeen, seen);
    }

    /**
     * How long the server worked; empty where that is not known. In a stage that ends at a person's decision the time
     * until the next stage holds the waiting as well, so there only the hundredth per cent tells.
     */
    public Optional<Duration> work() {
        if (!entrySeen) {
            return Optional.empty();
        }
        if (done.isPresent()) {
            return done.map(when -> Duration.between(from, when));
        }
        return stage instanceof Stage.Known known && !known.endsAtPerson() && exitSeen ? stay() : Optional.empty();
    }

    /** How long the run was in the stage, waiting included, as far as it was seen; empty while it is still there. */
    public Optional<Duration> stay() {
        return until.map(end -> Duration.between(from, end));
    }
}
