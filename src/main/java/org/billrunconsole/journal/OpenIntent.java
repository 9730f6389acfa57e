package org.billrunconsole.journal;

import java.util.Optional;
import org.billrunconsole.journal.format.JournalEntry;

/**
 * An intent without a verdict.
 *
 * @param outcome what is known of its sending; empty if the console ended before that was recorded
 */
public record OpenIntent(JournalEntry.Intent intent, Optional<JournalEntry.Outcome> outcome) {}
