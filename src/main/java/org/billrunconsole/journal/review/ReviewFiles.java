package org.billrunconsole.journal.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.billrunconsole.domain.review.Acknowledgement;
import org.billrunconsole.domain.review.DraftFigures;
import org.billrunconsole.journal.OwnerOnly;
import org.billrunconsole.journal.RollingFile;
import org.billrunconsole.journal.format.JournalException;
import org.billrunconsole.journal.format.ReviewJson;
import org.billrunconsole.work.WindowThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps acknowledgements and the figures of drafts of one connection on disk: JSON lines in two files of limited size
 * beside the journal. Methods block on the disk. Safe for use by many threads.
 */
public final class ReviewFiles {

    private static final Logger LOG = LoggerFactory.getLogger(ReviewFiles.class);

    /** Bytes in each of the four files: some 10,000 lines. */
    private static final long LIMIT = 4L << 20;

    private final Path folder;
    private final RollingFile looked;
    private final RollingFile drafts;

    /** @param folder the connection's own; made when first needed */
    public ReviewFiles(Path folder) {
        this.folder = folder;
        this.looked = new RollingFile(folder, "review-looked", LIMIT);
        this.drafts = new RollingFile(folder, "review-drafts", LIMIT);
    }

    /** Gives everything kept, oldest first; lines that cannot be read are left out. */
    public synchronized void load(Consumer<Acknowledgement> given, Consumer<DraftFigures> figures) {
        assert WindowThread.isElsewhere() : "read what was looked at";
        read(looked, line -> ReviewJson.readGiven(line).ifPresent(given));
        read(drafts, line -> ReviewJson.readDrafts(line).ifPresent(figures));
    }

    /** @throws JournalException if it cannot be kept */
    public synchronized void keep(Acknowledgement given) {
        assert WindowThread.isElsewhere() : "keep what was looked at";
        try {
            OwnerOnly.folder(folder);
            looked.append(List.of(ReviewJson.write(given)));
        } catch (IOException e) {
            throw new JournalException("What was looked at could not be kept: " + e.getMessage(), e);
        }
    }

    /** A failure of the disk is logged and stops nothing: this session knows the figures all the same. */
    public synchronized void keep(List<DraftFigures> figures) {
        assert WindowThread.isElsewhere() : "keep figures of drafts";
        try {
            OwnerOnly.folder(folder);
            drafts.append(figures.stream().map(ReviewJson::write).toList());
        } catch (IOException e) {
            LOG.warn("Figures of drafts cannot be kept on disk: {}", e.getClass().getSimpleName());
        }
    }

    private static void read(RollingFile file, Consumer<String> lines) {
        try {
            file.read(lines);
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("What was looked at cannot be read: {}", e.getClass().getSimpleName());
        }
    }
}
