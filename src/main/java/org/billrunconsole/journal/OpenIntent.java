package org.billrunconsole.journal;

import java.util.Optional;

/**
 * An intent without a verdict.
 *
 * @param outcome what is known of its sending; empty if the console ended before that was recorded
 */
public record OpenIntent(JournalEntry.Intent intent, Optional<JournalEntry.Outcome> outcome) {}
