package org.billrunconsole.runs.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.history.RunEvent;
import org.billrunconsole.domain.history.StageVisit;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.FieldChange;
import org.billrunconsole.domain.write.Finding;
import org.billrunconsole.journal.HistoryFiles;
import org.billrunconsole.runs.Catalogue;
import org.billrunconsole.runs.Freshness;
import org.billrunconsole.runs.ListReading;
import org.billrunconsole.runs.MeteredApi;
import org.billrunconsole.runs.Notice;
import org.billrunconsole.runs.RequestRate;
import org.billrunconsole.runs.RequestTimes;
import org.billrunconsole.runs.RunStore;
import org.billrunconsole.runs.history.RunHistoryRecorder;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.StubApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticesTest {

    private static final RunKey RUN = RunKey.regular(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ManualTime time = new ManualTime();
    private final List<Notice> arrived = new ArrayList<>();
    private final List<Boolean> shown = new ArrayList<>();

    /** One session of the console with one connection. */
    private final class Session {

        private final RunStore store = new RunStore();
        private final RunHistoryRecorder historyRecorder = new RunHistoryRecorder(time, _ -> false);
        private final Notices notices = new Notices(store, historyRecorder, time);

        Session() {
            store.addListener(historyRecorder::onChange);
            historyRecorder.addListener(notices::onChange);
            notices.addListener((notice, show) -> {
                arrived.add(notice);
                shown.add(show);
            });
        }

        Session sees(Run run) {
            historyRecorder.onChange(new Freshness.Live(time.instant()));
            time.advance(MINUTE);
            store.put(List.of(run));
            return this;
        }

        Session sees(Stage.Known stage, int percent) {
            return sees(SampleRuns.regular(1, RunStatus.Known.CLOSED, stage, OptionalInt.of(percent)));
        }
    }

    private final Session session = new Session();

    @Test
    void theEndOfAStageIsToldOnce() {
        session.sees(Stage.Known.REPORTING, 90)
                .sees(Stage.Known.REPORTING, 100)
                .sees(Stage.Known.REPORTING, 99)
                .sees(Stage.Known.REPORTING, 100);
        assertThat(arrived).singleElement().isInstanceOf(Notice.StageEnded.class);
    }

    @Test
    void whatIsFoundAtTheStartIsNoNews() {
        session.sees(Stage.Known.REPORTING, 100);
        assertThat(arrived).isEmpty();
    }

    @Test
    void theEndOfARunTellsHowLongItTookFromDistributionAndItsRevenue() {
        session.sees(Stage.Known.FULL_INVOICES, 100).sees(Stage.Known.DISTRIBUTION, 0).sees(Stage.Known.PAYMENT, 0);
        session.sees(SampleRuns.regular(1, RunStatus.Known.FINALIZED, Stage.Known.FINISHED));
        assertThat(arrived).containsExactly(new Notice.RunFinished(time.instant(), RUN,
                Optional.of(MINUTE.multipliedBy(2)), OptionalLong.of(1_284_350)));
    }

    @Test
    void somebodyElsesStepIsToldForTheSelectedRunOnly() {
        session.sees(Stage.Known.REPORTING, 100).sees(Stage.Known.DRAFT_INVOICES, 0);
        assertThat(arrived).isEmpty();
        session.notices.select(Optional.of(RUN));
        session.sees(Stage.Known.FULL_INVOICES, 0);
        assertThat(arrived).containsExactly(new Notice.ChangedElsewhere(time.instant(), RUN,
                List.of(new FieldChange("summaryStatus", "DRAFT_INVOICES", "FULL_INVOICES")), true));
    }

    @Test
    void thisConsolesOwnStepIsNoNews() {
        session.notices.select(Optional.of(RUN));
        session.sees(Stage.Known.REPORTING, 100);
        session.historyRecorder.expect(new Command.DraftInvoices(RUN), time.instant());
        session.sees(Stage.Known.DRAFT_INVOICES, 0);
        assertThat(arrived).isEmpty();
    }

    @Test
    void whatCameOfAChangeThatWasNotAnsweredForIsTold() {
        var begun = time.instant();
        time.advance(MINUTE);
        session.notices.onOutcomeFound(new Command.Distribute(RUN), begun, Finding.CANNOT_BE_TOLD);
        assertThat(arrived).containsExactly(new Notice.OutcomeFound(time.instant(), new Command.Distribute(RUN), begun,
                Finding.CANNOT_BE_TOLD));
    }

    @Test
    void whatIsToldElsewhereIsKeptAndNotShown() {
        session.notices.readToldElsewhereFrom(notice -> notice.run().equals(RUN));
        session.sees(Stage.Known.REPORTING, 90).sees(Stage.Known.REPORTING, 100);
        assertThat(shown).containsExactly(false);
    }

    @Test
    void doNotDisturbKeepsButDoesNotShow() {
        session.notices.setDoNotDisturb(true);
        session.sees(Stage.Known.REPORTING, 90).sees(Stage.Known.REPORTING, 100);
        assertThat(shown).containsExactly(false);
    }

    @Test
    void aRestartGoesOnWhereTheSessionBeforeEnded(@TempDir Path folder) {
        try (var files = new HistoryFiles(folder)) {
            session.historyRecorder.addListener(files::append);
            session.sees(Stage.Known.REPORTING, 100).sees(Stage.Known.DRAFT_INVOICES, 0);
            session.sees(Stage.Known.DRAFT_INVOICES, 40);
        }
        var before = session.historyRecorder.of(RUN);
        var usual = session.historyRecorder.usual(SampleRuns.openRun(9), Stage.Known.DRAFT_INVOICES);
        var next = new Session();
        new HistoryFiles(folder).load(next.historyRecorder::restore);
        var after = next.historyRecorder.of(RUN);
        assertThat(after.visits()).isEqualTo(before.visits());
        assertThat(after.samples()).isEqualTo(before.samples());
        assertThat(after.timeline()).isEqualTo(before.timeline());
        assertThat(after.trend()).isEqualTo(before.trend());
        assertThat(next.historyRecorder.usual(SampleRuns.openRun(9), Stage.Known.DRAFT_INVOICES)).isEqualTo(usual);
        next.sees(Stage.Known.DRAFT_INVOICES, 100);
        assertThat(next.historyRecorder.of(RUN).present().flatMap(StageVisit::done)).isEmpty();
        assertThat(next.historyRecorder.of(RUN).timeline().getLast()).isInstanceOfSatisfying(RunEvent.StageDone.class,
                done -> assertThat(done.seen()).isFalse());
        assertThat(arrived).singleElement().isInstanceOf(Notice.StageEnded.class);
    }

    @Test
    void requestsAreCountedForTenSeconds() {
        var rate = new RequestRate(time);
        var api = new MeteredApi(new StubApi(), rate, new RequestTimes(time));
        new Catalogue(api, new RunStore()).load(RunKind.REGULAR, ListReading.unwatched());
        time.advance(Duration.ofSeconds(6));
        rate.count();
        assertThat(rate.recent()).isEqualTo(2);
        time.advance(Duration.ofSeconds(6));
        assertThat(rate.recent()).isEqualTo(1);
    }
}
