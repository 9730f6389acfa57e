package org.billrunconsole.domain.history;

import java.time.Duration;
import java.time.Instant;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.Stage;

/**
 * A run that has not changed for longer than it may.
 *
 * @param since        since when nothing has changed
 * @param limit        how long was allowed
 * @param mayBeWaiting true if there is no percentage, so that it may as well be waiting for a person
 */
public record Stall(RunKey run, Stage.Known stage, Instant since, Duration limit, boolean mayBeWaiting) {}
