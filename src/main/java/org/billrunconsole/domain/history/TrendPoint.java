package org.billrunconsole.domain.history;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * Revenue and suspense of a run at the moment when they were first seen so.
 *
 * @param time     when
 * @param revenue  whole units of the currency
 * @param suspense usage and rental records in suspense together
 */
public record TrendPoint(Instant time, OptionalLong revenue, OptionalLong suspense) {}
