package org.billrunconsole.domain.history;

import java.time.Instant;

/**
 * A percentage when it was first seen.
 *
 * @param time    when
 * @param percent 0 to 100 of the stage the run was in
 */
public record PercentSample(Instant time, int percent) {}
