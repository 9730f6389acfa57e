package org.billrunconsole.app;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.billrunconsole.domain.BillingCycle;
import org.billrunconsole.domain.Connection;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.history.RunNote;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.export.evidence.Evidence;
import org.billrunconsole.export.evidence.EvidencePack;
import org.billrunconsole.export.evidence.EvidenceWords;
import org.billrunconsole.export.evidence.PackCheck;
import org.billrunconsole.journal.excerpt.ExcerptReader;
import org.billrunconsole.journal.format.JournalException;
import org.billrunconsole.support.Redaction;
import org.billrunconsole.ui.evidence.EvidencePort;
import org.billrunconsole.ui.kit.ChosenFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers what a connection knows of a run, makes packs of it, and notes each in the journal, by which a pack is known
 * again.
 */
final class RunEvidence implements EvidencePort {

    private static final Logger LOG = LoggerFactory.getLogger(RunEvidence.class);

    /** The end of a message key, and the details of the notice. */
    private static final String MADE = "evidence-made";
    private static final String SEAL = "seal";
    private static final String FILE = "file";

    private final Connection connection;
    private final ConnectionServices services;
    private final EvidenceWords words;
    private final Supplier<Instant> since;
    private final InstantSource clock;

    /** @param since what the journal holds of before is of other runs with the same numbers */
    RunEvidence(Connection connection, ConnectionServices services, EvidenceWords words, Supplier<Instant> since,
            InstantSource clock) {
        this.connection = connection;
        this.services = services;
        this.words = words;
        this.since = since;
        this.clock = clock;
    }

    @Override
    public Made make(Run run, ChosenFile file) throws IOException {
        var evidence = evidence(services.store().find(run.key()).orElse(run));
        var seal = new AtomicReference<>("");
        file.write(out -> {
            seal.set(new EvidencePack(words, Redaction::of).write(evidence, out));
            if (Thread.interrupted()) {
                throw new InterruptedIOException("Nobody wants the pack any more");
            }
        });
        return new Made(seal.get(), isKept(run, file, seal.get()));
    }

    private boolean isKept(Run run, ChosenFile file, String seal) {
        try {
            services.activityLog().record(clock.instant(), MADE, Optional.of(run.key()), Map.of(SEAL, seal, FILE, file
                    .path().toAbsolutePath().getFileName().toString()));
            return true;
        } catch (JournalException e) {
            LOG.warn("That an evidence pack was made cannot be kept: {}", e.getMessage());
            return false;
        }
    }

    private Evidence evidence(Run run) {
        var analysis = services.analysis();
        return new Evidence(run, services.referenceData().cycleOf(run).map(BillingCycle::name),
                services.referenceData().currencyOf(run), connection,
                ExcerptReader.read(services.journal().folder(), run.key(), since.get()), services.journal().verify(),
                analysis.history(run.key()), analysis.checks(run), analysis.acknowledgements().of(run.key()),
                services.notes().of(run.key()).flatMap(RunNote::ifThere), services.origin().user(), clock.instant());
    }

    @Override
    public Verified verify(ChosenFile file) throws IOException {
        var report = PackCheck.check(file.path());
        return new Verified(report, report.seal().flatMap(this::known));
    }

    private Optional<Activity.Note> known(String seal) {
        return services.activityLog()
                .latest(entry -> entry instanceof Activity.Note note && note.kind().equals(MADE)
                        && seal.equals(note.details().get(SEAL)), 1)
                .stream()
                .map(Activity.Note.class::cast)
                .findFirst();
    }
}
