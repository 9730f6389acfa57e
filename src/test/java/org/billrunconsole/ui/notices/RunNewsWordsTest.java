package org.billrunconsole.ui.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.domain.history.Stall;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.runs.Notice;
import org.billrunconsole.runs.monitor.RunNews;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.ui.kit.announce.Announcement;
import org.billrunconsole.ui.kit.announce.Announcement.Urgency;
import org.junit.jupiter.api.Test;

class RunNewsWordsTest {

    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
    private static final Run RUN = SampleRuns.openRun(1042);

    @Test
    void theNewsComesFirstAndTheRunsNameAfterIt() {
        assertThat(said(Locale.UK, new RunNews.StageBegun(RUN.key(), Known.DRAFT_INVOICES))).isEqualTo(
                "Draft invoices started, Nov 2026 Business");
        assertThat(said(Locale.UK, new RunNews.StageProgress(RUN.key(), Known.DRAFT_INVOICES, 30))).isEqualTo(
                "30\u00a0%, Draft invoices, Nov 2026 Business");
        assertThat(said(Locale.UK, new RunNews.StageBegun(RUN.key(), Known.PROPERTIES))).isEqualTo(
                "Open again, Nov 2026 Business");
        assertThat(said(Locale.GERMANY, new RunNews.StageBegun(RUN.key(), Known.DISTRIBUTION))).isEqualTo(
                "Versand begonnen, Nov 2026 Business");
    }

    @Test
    void aRunThatIsNotKnownIsCalledByItsNumber() {
        assertThat(said(Locale.UK, new RunNews.StageBegun(RunKey.regular(7), Known.REPORTING))).contains("7");
    }

    @Test
    void aNoticeIsReadAsSentencesAndAWarningIsMoreUrgentThanProgress() {
        var ended = new RunNews.Noticed(new Notice.StageEnded(NOW, RUN.key(), Known.DRAFT_INVOICES));
        assertThat(of(Locale.UK, ended)).isEqualTo(new Announcement(Urgency.EVENT, RUN.key().path(),
                "Nov 2026 Business: Draft invoices ready. The next step is yours."));
        var stalled = new RunNews.Noticed(new Notice.Stalled(NOW, new Stall(RUN.key(), Known.DRAFT_INVOICES, NOW,
                Duration.ofMinutes(5), false)));
        assertThat(of(Locale.UK, stalled).urgency()).isEqualTo(Urgency.WARNING);
        var finished = new RunNews.Noticed(new Notice.RunFinished(NOW, RUN.key(), Optional.empty(),
                OptionalLong.empty()));
        assertThat(said(Locale.UK, finished)).isEqualTo("Nov 2026 Business finished.");
    }

    @Test
    void otherRunsAreCounted() {
        assertThat(of(Locale.UK, new RunNews.Others(12, 1, 0))).isEqualTo(new Announcement(Urgency.EVENT,
                "12 other bill runs finished. 1 other bill run waits for you."));
        assertThat(of(Locale.UK, new RunNews.Others(0, 0, 2))).isEqualTo(new Announcement(Urgency.WARNING,
                "2 other bill runs are stalled."));
        assertThat(said(Locale.GERMANY, new RunNews.Others(1200, 0, 0))).isEqualTo(
                "1.200 andere Abrechnungsläufe sind fertig.");
    }

    private static String said(Locale locale, RunNews news) {
        return of(locale, news).text();
    }

    private static Announcement of(Locale locale, RunNews news) {
        var messages = new Messages(locale);
        var formats = new Formats(locale, ZoneId.of("Europe/London"));
        var sentences = new Sentences(messages, formats);
        Function<RunKey, Optional<Run>> runs = key -> Optional.of(RUN).filter(run -> run.key().equals(key));
        return new RunNewsWords(runs, new NoticeWords(runs, _ -> Optional.empty(), messages, formats, sentences),
                messages,
                sentences).of(news);
    }
}
