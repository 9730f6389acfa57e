package org.billrunconsole.journal.excerpt;

import java.util.Optional;
import org.billrunconsole.journal.format.JournalLine;

/**
 * A line of the journal's chain.
 *
 * @param file   name of the file it stands in
 * @param number of the line in it, from 1
 * @param hash   that the line gives itself, in hexadecimal
 * @param line   the line; empty if it is about something else than the run
 */
public record ChainLink(String file, long number, String hash, Optional<JournalLine> line) {}
