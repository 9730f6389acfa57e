package org.billrunconsole.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import org.billrunconsole.journal.Journal;
import org.billrunconsole.journal.format.JournalException;
import org.billrunconsole.settings.WritableFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection's journal. If its folder cannot be used, an empty temporary one stands in for it: runs can be looked at,
 * and nothing can be sent.
 *
 * @param instead where the other one lies; empty if this is the connection's own
 */
record OpenedJournal(Journal journal, Optional<Path> instead) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OpenedJournal.class);

    /** @throws JournalException if there is no place for another one either */
    static OpenedJournal open(Path folder, InstantSource clock) {
        var trouble = WritableFolder.trouble(folder);
        if (trouble.isEmpty()) {
            try {
                return new OpenedJournal(Journal.open(folder, clock), Optional.empty());
            } catch (JournalException e) {
                LOG.error("The journal cannot be used, so nothing will be sent", e);
            }
        } else {
            LOG.error("The journal's folder cannot be used, so nothing will be sent", trouble.get());
        }
        return instead(clock);
    }

    private static OpenedJournal instead(InstantSource clock) {
        try {
            var folder = Files.createTempDirectory("bill-run-console");
            return new OpenedJournal(Journal.open(folder, clock), Optional.of(folder));
        } catch (IOException e) {
            throw new JournalException("There is no place for a journal: " + e.getMessage(), e);
        }
    }

    /** Whether what is written to it stays. */
    boolean isKept() {
        return instead.isEmpty();
    }

    @Override
    public void close() {
        journal.close();
        instead.ifPresent(OpenedJournal::delete);
    }

    private static void delete(Path folder) {
        try (var all = Files.walk(folder)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("What was put in the journal's place is left in {}: {}", folder, e.toString());
        }
    }
}
