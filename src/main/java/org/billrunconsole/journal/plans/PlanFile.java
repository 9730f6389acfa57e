package org.billrunconsole.journal.plans;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.billrunconsole.domain.plan.Plan;
import org.billrunconsole.domain.plan.PlanEvent;
import org.billrunconsole.journal.JournalFiles;
import org.billrunconsole.journal.format.JournalLine;
import org.billrunconsole.journal.format.PlanEventJson;
import org.billrunconsole.journal.format.PlanJson;

/**
 * The file of one plan: the plan in its first line, then an event a line. A last line without its end is what a crash
 * has left of one that nobody acted on: it does not count, and goes with the next append.
 */
final class PlanFile {

    /** Far more than a plan for thousands of runs needs, and no more than memory holds. */
    static final long LONGEST = 64L << 20;

    private static final String SUFFIX = ".jsonl";

    /** What stands in it. */
    record Content(Plan plan, List<PlanEvent> events, boolean whole) {}

    private final Path file;
    private final UUID id;

    private PlanFile(Path file, UUID id) {
        this.file = file;
        this.id = id;
    }

    static PlanFile of(Path folder, UUID id) {
        return new PlanFile(folder.resolve(id + SUFFIX), id);
    }

    /** A file with a plan's name; empty for any other. */
    static Optional<PlanFile> of(Path file) {
        var name = file.getFileName().toString();
        if (!name.endsWith(SUFFIX)) {
            return Optional.empty();
        }
        try {
            var id = UUID.fromString(name.substring(0, name.length() - SUFFIX.length()));
            return name.equals(id + SUFFIX) ? Optional.of(new PlanFile(file, id)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    Path path() {
        return file;
    }

    boolean exists() {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** Makes the file with its first two lines, or leaves none: what is not whole never gets the name. */
    void create(Plan plan, PlanEvent first) throws IOException {
        if (exists()) {
            throw new IOException("The plan is there already");
        }
        var files = new JournalFiles(file.getParent());
        var unfinished = file.resolveSibling(id + ".new");
        Files.deleteIfExists(unfinished);
        try {
            var bytes = line(PlanJson.write(plan) + "\n" + PlanEventJson.write(first));
            files.append(unfinished, bytes);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        files.syncFolder();
    }

    /** Appends an event and returns when it is on the disk. */
    void append(PlanEvent event) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("The plan's file is gone");
        }
        var torn = torn();
        if (torn > 0) {
            try (var out = new RandomAccessFile(file.toFile(), "rw")) {
                out.setLength(out.length() - torn);
            }
        }
        new JournalFiles(file.getParent()).append(file, line(PlanEventJson.write(event)));
    }

    private static byte[] line(String text) throws IOException {
        var bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
        if (bytes.length > JournalLine.LONGEST) {
            throw new IOException("A plan of " + bytes.length + " bytes is too long to be kept");
        }
        return bytes;
    }

    /** How many bytes there are after the last line's end. */
    private long torn() throws IOException {
        var torn = new AtomicLong();
        JournalFiles.readBackwards(file, (line, terminated) -> {
            torn.set(terminated ? 0 : line.length());
            return false;
        });
        return torn.get();
    }

    /** True if the plan has ended; looks at its last lines only, as long as it has. */
    boolean hasEnded() throws IOException {
        check();
        var ended = new AtomicBoolean();
        JournalFiles.readBackwards(file, (line, terminated) -> {
            ended.set(terminated && PlanEventJson.isEnd(line.text()));
            return !ended.get();
        });
        return ended.get();
    }

    /** What stands in it; empty if that is no plan that this version can read. */
    Optional<Content> read() throws IOException {
        check();
        var plan = new ArrayList<Plan>();
        var events = new ArrayList<PlanEvent>();
        var whole = new AtomicBoolean(true);
        JournalFiles.read(file, 0, (line, terminated) -> {
            var text = line.length() <= JournalLine.LONGEST ? line.text() : "";
            if (!terminated) {
                return false;
            } else if (plan.isEmpty()) {
                PlanJson.read(text).filter(found -> found.id().equals(id)).ifPresent(plan::add);
                return !plan.isEmpty();
            }
            PlanEventJson.read(text).ifPresentOrElse(events::add, () -> whole.set(false));
            return true;
        });
        return plan.stream().findFirst().map(found -> new Content(found, events, whole.get()));
    }

    /** Neither a pipe, nor a link to somewhere else, nor more than memory holds. */
    private void check() throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("No file");
        }
        if (Files.size(file) > LONGEST) {
            throw new IOException("Too large for a plan");
        }
    }
}
