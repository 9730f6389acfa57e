package org.billrunconsole.journal.plans;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.billrunconsole.domain.plan.Plan;
import org.billrunconsole.domain.plan.PlanEvent;
import org.billrunconsole.journal.Journal;
import org.billrunconsole.journal.OwnerOnly;
import org.billrunconsole.journal.format.JournalException;
import org.billrunconsole.work.WindowThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the plans of a connection beside its journal, each in a file of JSON lines that is only appended to. A plan
 * belongs to the console that claimed it last for as long as that console has the journal open; nobody else writes to
 * its file. Methods block on the disk, so that none may be called on the window's thread, and throw
 * {@link JournalException} if it fails. Safe for use by many threads.
 */
public final class PlanFiles {

    private static final Logger LOG = LoggerFactory.getLogger(PlanFiles.class);

    private final Journal journal;
    private final Path folder;
    private final Set<UUID> ours = ConcurrentHashMap.newKeySet();
    private final Set<Path> toldOf = ConcurrentHashMap.newKeySet();

    /** @param journal of the connection; a claim holds until it is closed */
    public PlanFiles(Journal journal) {
        this.journal = journal;
        this.folder = journal.folder().resolve("plans");
    }

    /**
     * Keeps a new plan, and that this console runs it. Both are on the disk when this returns, so that nothing of the
     * plan is sent before; if it throws, no plan is left.
     *
     * @param claim with the lease of this console's journal
     */
    public void create(Plan plan, PlanEvent.Claimed claim) {
        checkLease(claim);
        journal.exclusively("keep a plan", () -> {
            OwnerOnly.folder(folder);
            PlanFile.of(folder, plan.id()).create(plan, claim);
            return ours.add(plan.id());
        });
    }

    /**
     * Takes on a plan whose console is gone. Of all consoles of this machine that try, one does.
     *
     * @param claim with the lease of this console's journal
     * @return false if a console that runs has the plan, this one included, or if it has ended, is not there, or is not
     *         {@link Kept#resumable}
     */
    public boolean claim(UUID plan, PlanEvent.Claimed claim) {
        checkLease(claim);
        return journal.exclusively("take a plan on", () -> {
            var file = PlanFile.of(folder, plan);
            if (!file.exists() || !read(file).filter(PlanFiles::mayBeClaimed).isPresent()) {
                return false;
            }
            file.append(claim);
            ours.add(plan);
            return true;
        });
    }

    private static boolean mayBeClaimed(Kept kept) {
        return kept.resumable() && !kept.hasEnded() && !kept.claimedByLiving();
    }

    /**
     * Keeps what happened to a plan; it is on the disk when this returns.
     *
     * @throws JournalException also if this console has not created or claimed the plan, or its journal is closed, since
     *                          the plan may be another console's then
     */
    public void append(UUID plan, PlanEvent event) {
        journal.exclusively("keep what happened to a plan", () -> {
            if (!ours.contains(plan)) {
                throw new IOException("This console does not run the plan");
            }
            PlanFile.of(folder, plan).append(event);
            return plan;
        });
    }

    /** Plans that have not ended, oldest first, those of other consoles included; what cannot be read is left out. */
    public List<Kept> open() {
        assert WindowThread.isElsewhere() : "read plans";
        var open = new ArrayList<Kept>();
        for (var file : files()) {
            try {
                if (!file.hasEnded()) {
                    read(file).ifPresent(open::add);
                }
            } catch (IOException e) {
                leave(file, e.getMessage());
            }
        }
        open.sort(Comparator.comparing((Kept kept) -> kept.plan().made()).thenComparing(kept -> kept.plan().id()));
        return open;
    }

    /** A plan, ended or not; empty if it is not there or is none that this version can read. */
    public Optional<Kept> read(UUID plan) {
        assert WindowThread.isElsewhere() : "read a plan";
        var file = PlanFile.of(folder, plan);
        try {
            return file.exists() ? read(file) : Optional.empty();
        } catch (IOException e) {
            throw new JournalException("The plan cannot be read: " + e.getMessage(), e);
        }
    }

    private List<PlanFile> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var all = Files.list(folder)) {
            return all.flatMap(file -> PlanFile.of(file).stream()).toList();
        } catch (IOException e) {
            throw new JournalException("Plans cannot be read: " + e.getMessage(), e);
        }
    }

    private Optional<Kept> read(PlanFile file) throws IOException {
        var content = file.read();
        if (content.isEmpty()) {
            leave(file, "its first line is no plan that this version can read");
        }
        return content.map(found -> new Kept(found.plan(), found.events(), isClaimedByLiving(found.events()), found
                .whole()));
    }

    private boolean isClaimedByLiving(List<PlanEvent> events) {
        return events.stream()
                .filter(PlanEvent.Claimed.class::isInstance)
                .reduce((_, later) -> later)
                .filter(last -> journal.lives(((PlanEvent.Claimed) last).lease()))
                .isPresent();
    }

    /** Says once that a file is left alone. */
    private void leave(PlanFile file, String why) {
        if (toldOf.add(file.path())) {
            LOG.warn("{} is left alone: {}", file.path().getFileName(), why);
        }
    }

    private void checkLease(PlanEvent.Claimed claim) {
        if (!claim.lease().equals(journal.lease())) {
            throw new IllegalArgumentException("A console claims for itself only");
        }
    }
}
