package org.billrunconsole.ui.rundetail.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.review.Acknowledgement.Subject;
import org.billrunconsole.domain.review.Check;
import org.billrunconsole.domain.review.Severity;
import org.billrunconsole.domain.write.Activity.Sending;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.Finding;
import org.billrunconsole.journal.Journal;
import org.billrunconsole.journal.format.JournalEntry;
import org.billrunconsole.journal.format.JournalException;
import org.billrunconsole.testkit.HeldTasks;
import org.billrunconsole.testkit.JournalEntries;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.StubApi;
import org.billrunconsole.testkit.TestServices;
import org.billrunconsole.ui.rundetail.timeline.TimelineEntry.Kind;
import org.billrunconsole.ui.rundetail.timeline.TimelineViewModel.Content;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class TimelineViewModelTest {

    private static final RunKey RUN = RunKey.regular(7);

    private final ManualTime time = new ManualTime();
    @RegisterExtension
    private final TestServices services = TestServices.of(new StubApi(), time);
    private final HeldTasks tasks = new HeldTasks();
    private final AtomicBoolean broken = new AtomicBoolean();
    @TempDir
    private Path folder;
    private Journal journal;
    private TimelineViewModel model;

    @BeforeEach
    void open() {
        journal = Journal.open(folder, time);
        model = new TimelineViewModel(services.analysis(), run -> {
            if (broken.get()) {
                throw new JournalException("The disk is gone", new IOException());
            }
            return journal.activities(each -> each.run().equals(Optional.of(run)), 200, Optional.empty());
        }, tasks);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private Run run() {
        return services.store().find(RUN).orElseThrow();
    }

    private Content content() {
        return model.contentProperty().get();
    }

    private List<Kind> kinds() {
        return content().entries().stream().map(TimelineEntry::kind).toList();
    }

    /** Of each kind one, as time goes by. */
    private void happen() {
        services.store()
                .put(List.of(SampleRuns.regular(7, RunStatus.Known.CLOSED, Stage.Known.REPORTING, OptionalInt.of(
                        5))));
        later();
        services.store().put(List.of((BillRun) SampleRuns.withInvoiceDate(run(), LocalDate.of(
                2027, 1, 5))));
        later();
        services.analysis().acknowledgements().give(RUN, new Subject.OfCheck(Check.of(Check.Kind.INVOICE_DATE_FAR,
                Severity.WARNING, LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 2), LocalDate.of(2026, 12, 3))),
                "agreed");
        later();
        services.notes().write(RUN, "Ask Müller", Optional.empty());
    }

    private void later() {
        time.advance(Duration.ofMinutes(1));
    }

    private void refuse() {
        var intent = JournalEntries.intent(journal.lease(), new Command.Close(RUN, Optional.empty(), Optional.empty()),
                run());
        journal.begin(intent);
        journal.record(JournalEntries.outcome(intent, Sending.REFUSED));
        journal.conclude(JournalEntries.verdict(intent, Finding.NOT_APPLIED));
    }

    private void show() {
        model.show(run());
        tasks.release();
    }

    @Test
    void allThatHappenedToARunIsToldNewestFirstAndCounted() {
        happen();
        refuse();
        show();
        assertThat(kinds()).contains(Kind.values());
        assertThat(content().entries()).isSortedAccordingTo(Comparator.comparing(TimelineEntry::time)
                .reversed());
        assertThat(content().counts()).containsEntry(Kind.CHECK, 1).containsEntry(Kind.NOTE, 1).containsEntry(
                Kind.ERROR, 1);
        assertThat(content().all()).isEqualTo(content().entries().size()).isEqualTo(content().matching());
    }

    @Test
    void onlyTheKindsThatAreWantedAreShownAndAllAreCounted() {
        happen();
        show();
        var all = content().all();
        model.want(Kind.NOTE, true);
        assertThat(kinds()).containsExactly(Kind.NOTE);
        model.want(Kind.CHECK, true);
        assertThat(kinds()).containsExactly(Kind.NOTE, Kind.CHECK);
        model.want(Kind.NOTE, false);
        assertThat(kinds()).containsExactly(Kind.CHECK);
        assertThat(content().all()).isEqualTo(all);
        model.wantAll();
        assertThat(content().matching()).isEqualTo(all);
    }

    @Test
    void nothingOfAWantedKindIsNoEmptyTimeline() {
        happen();
        show();
        model.want(Kind.ERROR, true);
        assertThat(content().matching()).isZero();
        assertThat(content().all()).isPositive();
    }

    @Test
    void whatIsWantedStaysForTheNextRunAndNothingOfTheOneBeforeIsLeft() {
        happen();
        refuse();
        services.store().put(List.of(SampleRuns.openRun(8)));
        show();
        model.want(Kind.ERROR, true);
        assertThat(content().matching()).isEqualTo(1);
        model.show(services.store().find(RunKey.regular(8)).orElseThrow());
        assertThat(content().matching()).as("before the journal is read").isZero();
        tasks.release();
        assertThat(content().matching()).isZero();
        assertThat(content().wanted()).containsExactly(Kind.ERROR);
    }

    @Test
    void whatWasReadForARunThatWasLeftIsNotShownOfTheNext() {
        happen();
        refuse();
        services.store().put(List.of(SampleRuns.openRun(8)));
        model.show(run());
        model.show(services.store().find(RunKey.regular(8)).orElseThrow());
        tasks.release();
        assertThat(content().counts()).doesNotContainKey(Kind.ERROR);
        assertThat(content().journal()).isEqualTo(TimelineViewModel.Journal.READ);
    }

    @Test
    void theJournalIsReadAgainOnceItIsLongerAndNotEverySecond() {
        happen();
        show();
        model.secondPassed();
        assertThat(tasks.waiting()).isZero();
        refuse();
        model.outdate();
        model.outdate();
        model.secondPassed();
        assertThat(tasks.waiting()).isEqualTo(1);
        tasks.release();
        assertThat(content().counts()).containsEntry(Kind.ERROR, 1);
    }

    @Test
    void aJournalThatCannotBeReadIsSaidBesideWhatIsKnownAndTriedAgain() {
        happen();
        refuse();
        broken.set(true);
        show();
        assertThat(content().journal()).isEqualTo(TimelineViewModel.Journal.FAILED);
        assertThat(kinds()).contains(Kind.NOTE, Kind.CHECK);
        broken.set(false);
        model.tryAgain();
        tasks.release();
        assertThat(content().journal()).isEqualTo(TimelineViewModel.Journal.READ);
        assertThat(kinds()).contains(Kind.ERROR);
    }

    @Test
    void aStepThatWasTakenIsNoErrorAndOneThatNobodyAnsweredForIs() {
        happen();
        var intent = JournalEntries.intent(journal.lease(), new Command.Close(RUN, Optional.empty(), Optional.empty()),
                run());
        journal.begin(intent);
        show();
        assertThat(content().counts()).containsEntry(Kind.ERROR, 1);
        journal.conclude(JournalEntries.verdict(intent, Finding.APPLIED));
        model.outdate();
        model.secondPassed();
        tasks.release();
        assertThat(content().counts()).doesNotContainKey(Kind.ERROR);
    }

    @Test
    void aLongTimelineIsShownInPieces() {
        happen();
        journal.note(IntStream.range(0, 150).mapToObj(_ -> stalled()).toList());
        for (int i = 0; i < 100; i++) {
            later();
            services.store().put(List.of((BillRun) SampleRuns.withInvoiceDate(run(), LocalDate
                    .of(2027, 1, 1).plusDays(i + 10))));
        }
        show();
        assertThat(content().matching()).isGreaterThan(TimelineViewModel.AT_ONCE);
        assertThat(content().entries()).hasSize(TimelineViewModel.AT_ONCE);
        model.showMore();
        assertThat(content().entries()).hasSize(content().matching());
    }

    private JournalEntry.Notice stalled() {
        return new JournalEntry.Notice(UUID.randomUUID(), time.instant(),
                JournalEntries.ORIGIN, Optional.of(RUN), "stalled", Map.of());
    }
}
