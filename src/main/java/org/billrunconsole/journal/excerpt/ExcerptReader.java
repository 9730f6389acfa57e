package org.billrunconsole.journal.excerpt;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.journal.JournalFiles;
import org.billrunconsole.journal.LastLine;
import org.billrunconsole.journal.format.EntryJson;
import org.billrunconsole.journal.format.JournalEntry;
import org.billrunconsole.journal.format.JournalException;
import org.billrunconsole.journal.format.JournalLine;
import org.billrunconsole.work.WindowThread;

/**
 * Finds a run's lines in a journal. Reads every file once, from its first line to its last, and keeps of other lines
 * nothing but their hashes. A torn line is no part of the chain and is passed over. Blocks on the disk.
 */
public final class ExcerptReader {

    private final RunKey run;
    private final Instant since;
    private final String digits;
    private final Set<UUID> activities = new HashSet<>();
    private final List<ChainLink> links = new ArrayList<>();
    /** Since the run's latest line; before its first one only the last is kept. */
    private final List<ChainLink> between = new ArrayList<>();
    private long number;
    private long count;
    private String last = JournalLine.NO_LINE;

    private ExcerptReader(RunKey run, Instant since) {
        this.run = run;
        this.since = since;
        digits = Long.toString(run.id());
    }

    /**
     * Reads what a journal holds of a run.
     *
     * @param folder where the journal lies
     * @param since  what was written before is of another run with the same number; {@link Instant#MIN} for all
     * @throws JournalException if a file cannot be read
     */
    public static Excerpt read(Path folder, RunKey run, Instant since) {
        assert WindowThread.isElsewhere() : "read the lines of a run";
        var reader = new ExcerptReader(run, since);
        try {
            for (var file : new JournalFiles(folder).all()) {
                var name = file.getFileName().toString();
                reader.number = 0;
                JournalFiles.read(file, 0, (line, _) -> reader.take(name, line));
            }
        } catch (IOException e) {
            throw new JournalException("The journal cannot be read: " + e.getMessage(), e);
        }
        return new Excerpt(reader.links, new LastLine(reader.count, reader.last));
    }

    private boolean take(String file, JournalLine line) {
        number++;
        if (line.hash().isPresent()) {
            count++;
            last = line.hash().get();
            var isOfRun = isOfRun(line);
            if (!isOfRun && links.isEmpty()) {
                between.clear();
            }
            between.add(new ChainLink(file, number, last, isOfRun ? Optional.of(line) : Optional.empty()));
            if (isOfRun) {
                links.addAll(between);
                between.clear();
            }
        }
        return true;
    }

    private boolean isOfRun(JournalLine line) {
        var head = line.head();
        if (head.isPresent() && activities.contains(head.get().id())) {
            return true;
        }
        // Nearly every line is of another run, and to look for the number costs far less than to read a line.
        var found = line.text().contains(digits) && isSaidToBeOfRun(line);
        if (found) {
            head.ifPresent(known -> activities.add(known.id()));
        }
        return found;
    }

    /** An altered line too: that it is altered is for whoever verifies it to say. */
    private boolean isSaidToBeOfRun(JournalLine line) {
        var entry = line.entry();
        return entry.isPresent()
                ? runOf(entry.get()).filter(run::equals).isPresent() && !entry.get().time().isBefore(since)
                : line.json().flatMap(ExcerptReader::runIfReadable).filter(run::equals).isPresent();
    }

    private static Optional<RunKey> runIfReadable(JsonNode json) {
        try {
            return EntryJson.runIfTold(json);
        } catch (RuntimeException _) {
            // Of a later version, which names runs in another way.
            return Optional.empty();
        }
    }

    private static Optional<RunKey> runOf(JournalEntry entry) {
        return switch (entry) {
            case JournalEntry.Intent intent -> Optional.of(intent.command().run());
            case JournalEntry.Outcome outcome -> Optional.of(outcome.run());
            case JournalEntry.Verdict verdict -> Optional.of(verdict.run());
            case JournalEntry.Ruling ruling -> ruling.run();
            case JournalEntry.Notice notice -> notice.run();
        };
    }
}
