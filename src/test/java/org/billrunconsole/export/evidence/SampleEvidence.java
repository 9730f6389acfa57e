package org.billrunconsole.export.evidence;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.Connection;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.history.RunHistory;
import org.billrunconsole.domain.history.RunNote;
import org.billrunconsole.domain.history.StageVisit;
import org.billrunconsole.domain.history.TrendPoint;
import org.billrunconsole.domain.review.Acknowledgement;
import org.billrunconsole.domain.review.Check;
import org.billrunconsole.domain.review.ReviewFigures;
import org.billrunconsole.domain.review.RunFigures;
import org.billrunconsole.domain.review.Severity;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.Finding;
import org.billrunconsole.domain.write.Origin;
import org.billrunconsole.domain.write.WireRequest;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.journal.Journal;
import org.billrunconsole.journal.excerpt.ExcerptReader;
import org.billrunconsole.journal.format.JournalEntry;
import org.billrunconsole.support.Redaction;
import org.billrunconsole.testkit.JournalEntries;
import org.billrunconsole.testkit.SampleRuns;

/** A run that was closed and drafted while others were worked on, and packs of its evidence. */
final class SampleEvidence {

    static final RunKey RUN = RunKey.regular(7);
    static final Instant MADE = Instant.parse("2026-11-30T17:30:00Z");

    private final Path folder;
    private final String name;
    private final String reason;

    /**
     * @param folder for the journal
     * @param name   of the run
     * @param reason that the operator gives for each step
     */
    SampleEvidence(Path folder, String name, String reason) {
        this.folder = folder;
        this.name = name;
        this.reason = reason;
    }

    BillRun run() {
        return SampleRuns.named(SampleRuns.openRun(RUN.id()), name);
    }

    /** Writes the journal: nine lines, of which six are about the run. */
    SampleEvidence written() {
        try (var journal = Journal.open(folder, () -> MADE)) {
            other(journal);
            step(journal, new Command.Close(RUN, Optional.empty(), Optional.empty()), run(),
                    SampleRuns.with(run(), RunStatus.Known.CLOSED, Stage.Known.REPORTING, OptionalLong.of(4)), 0);
            other(journal);
            journal.note(new JournalEntry.Notice(UUID.randomUUID(), JournalEntries.TIME.plusSeconds(700),
                    JournalEntries.ORIGIN, Optional.of(RUN), "stage-ended", Map.of("stage", "REPORTING")));
            step(journal, new Command.DraftInvoices(RUN),
                    SampleRuns.with(run(), RunStatus.Known.CLOSED, Stage.Known.REPORTING, OptionalLong.of(4)),
                    SampleRuns.with(run(), RunStatus.Known.CLOSED, Stage.Known.DRAFT_INVOICES, OptionalLong.of(4)),
                    900);
            other(journal);
        }
        return this;
    }

    private static void other(Journal journal) {
        journal.note(JournalEntries.notice("changes-switched-on", Map.of("reason", "month end")));
    }

    private void step(Journal journal, Command command, BillRun before, BillRun after, long seconds) {
        var begun = JournalEntries.TIME.plusSeconds(seconds);
        var origin = new Origin("j.smith", "Billing", "rest.example.com/v1");
        var intent = new JournalEntry.Intent(UUID.randomUUID(), begun, origin, journal.lease(), command, reason, before,
                new WireRequest(RUN, "PATCH", RUN.path(), WireRequest.JSON_PATCH,
                        "[{\"op\":\"replace\",\"path\":\"/summaryStatus\",\"value\":\"%s\"}]".formatted(after.stage()
                                .orElseThrow().wire())));
        journal.begin(intent);
        journal.record(new JournalEntry.Outcome(intent.id(), origin, RUN, command.action(), new Activity.Answer(begun
                .plusMillis(812), Activity.Sending.TAKEN, OptionalInt.of(200), Duration.ofMillis(812),
                Optional.of(
                        after),
                "")));
        journal.conclude(new JournalEntry.Verdict(intent.id(), origin, RUN, command.action(),
                new Activity.Conclusion(begun.plusSeconds(2), Finding.APPLIED, Optional.of(after))));
    }

    Evidence evidence(Instant made) throws IOException {
        try (var journal = Journal.open(folder, () -> MADE)) {
            var check = Check.of(Check.Kind.USAGE_SUSPENSE, Severity.WARNING, 42L);
            return new Evidence(SampleRuns.with(run(), RunStatus.Known.CLOSED, Stage.Known.DRAFT_INVOICES,
                    OptionalLong.of(4)), Optional.of("Monthly business"), Optional.of("GBP"),
                    new Connection("Billing", ConnectionKind.PRODUCTION, URI.create("https://rest.example.com/v1/")),
                    ExcerptReader.read(folder, RUN, Instant.MIN), journal.verify(), history(),
                    List.of(check, Check.of(Check.Kind.REVENUE_ZERO, Severity.SERIOUS)),
                    List.of(new Acknowledgement(RUN, JournalEntries.TIME.minusSeconds(60), "a.jones",
                            "The tariff of a reseller is late", new Acknowledgement.Subject.OfCheck(check)),
                            new Acknowledgement(RUN, JournalEntries.TIME.plusSeconds(2000), "j.smith", "As last month",
                                    new Acknowledgement.Subject.OfReview(ReviewFigures.of(RunFigures.of(run()))))),
                    Optional.of(
                            new RunNote(RUN, JournalEntries.TIME, "a.jones", "The reseller's file came on the 24th.")),
                    "m.keller", made);
        }
    }

    private static RunHistory history() {
        var closed = JournalEntries.TIME;
        return new RunHistory(RUN, List.of(
                StageVisit.begun(Stage.Known.PROPERTIES, closed.minusSeconds(86_400), false).left(closed, true),
                StageVisit.begun(Stage.Known.REPORTING, closed, true).done(closed.plusSeconds(640)).left(
                        closed.plusSeconds(900), true),
                StageVisit.begun(Stage.Known.DRAFT_INVOICES, closed.plusSeconds(900), true)), List.of(), List.of(),
                List.of(new TrendPoint(closed.minusSeconds(80_000), OptionalLong.of(1_204_300), OptionalLong.of(310)),
                        new TrendPoint(closed.minusSeconds(50_000), OptionalLong.of(1_290_112), OptionalLong.of(120)),
                        new TrendPoint(closed.minusSeconds(9_000), OptionalLong.of(1_318_530), OptionalLong.of(42))),
                Optional.of(closed), Optional.of(closed.minusSeconds(86_400)));
    }

    static EvidenceWords words() {
        var messages = new Messages(Locale.UK);
        var formats = new Formats(Locale.UK, ZoneOffset.UTC);
        return new EvidenceWords(messages, formats, new Sentences(messages, formats));
    }

    /** @return its seal */
    String pack(Path zip, Instant made) throws IOException {
        try (var out = Files.newOutputStream(zip)) {
            return new EvidencePack(words(), Redaction::of).write(evidence(made), out);
        }
    }
}
