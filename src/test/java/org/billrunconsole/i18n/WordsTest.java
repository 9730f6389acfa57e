package org.billrunconsole.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.billrunconsole.domain.ApiCall;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.domain.lifecycle.ActionContext;
import org.billrunconsole.domain.lifecycle.Legality;
import org.billrunconsole.domain.lifecycle.Lifecycle;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.Origin;
import org.billrunconsole.domain.write.WireRequest;
import org.billrunconsole.testkit.SampleRuns;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final Origin ORIGIN = new Origin("billing.ops", "Practice", "127.0.0.1");

    private final Messages messages = new Messages(Locale.UK);
    private final Formats formats = new Formats(Locale.UK, ZoneOffset.UTC);
    private final Sentences sentences = new Sentences(messages, formats);
    private final FieldWords fields = new FieldWords(messages, formats, sentences);
    private final Run run = SampleRuns.regular(1042, RunStatus.Known.CLOSED, Known.REPORTING, OptionalInt.of(12));
    private final ActivityWords activities = new ActivityWords(messages, formats, sentences,
            key -> Optional.of(run).filter(each -> each.key().equals(key)), _ -> Optional.of("GBP"));

    @Test
    void anApostropheSurvivesWithArgumentsAndWithout() {
        var exchange = new ApiCall("GET", "/bill-runs", OptionalInt.empty(), Optional.empty(), Duration.ZERO);
        assertThat(Stream.of(Failure.Unreachable.Cause.UNKNOWN_HOST, Failure.Unreachable.Cause.BROKEN)
                .map(cause -> sentences.failure(new Failure.Unreachable(exchange, cause, "no such host"))))
                .allMatch(text -> text.contains("this computer's network"));
        assertThat(messages.get("confirm.type-name")).contains("bill run's name");
        assertThat(messages.bundle().keySet().stream().map(messages.bundle()::getString))
                .noneMatch(text -> text.contains("''"));
    }

    @Test
    void aListTooLongIsSaidToBeIncompleteAndNotToBeAWrongAddress() {
        var failure = new Failure.ListTooLong(new ApiCall("GET", "/adhoc-bill-runs", OptionalInt.of(200),
                Optional.empty(), Duration.ofMillis(7)), "The list repeats itself");
        assertThat(sentences.failure(failure)).contains("holds more than this console can take in",
                "runs may be missing").doesNotContain("address");
        assertThat(sentences.detail(failure)).isEqualTo(
                "GET /adhoc-bill-runs → 200 · ListTooLong · 7 ms · The list repeats itself");
    }

    @Test
    void foreignTextThatReadsFromRightToLeftStaysInItself() {
        assertThat(messages.get("detail.gone", "חשבון 12")).isEqualTo(
                "“\u2068חשבון 12\u2069” is no longer on the server.");
        assertThat(messages.get("detail.gone", "Nov 2026")).isEqualTo("“Nov 2026” is no longer on the server.");
    }

    @Test
    void whatSomebodyElseChangedIsSaidInWordsNotInTheNamesOfTheServer() {
        var gbp = Optional.of("GBP");
        assertThat(fields.change("billRunStatus", "OPEN", "CLOSED", gbp)).isEqualTo("Status: Open → Closed");
        assertThat(fields.change("summaryStatus", "DRAFT_INVOICES", "-", gbp)).isEqualTo("Stage: Draft invoices → —");
        assertThat(fields.change("invoiceDate", "2026-12-01", "2026-12-15", gbp))
                .isEqualTo("Invoice date: 1 Dec 2026 → 15 Dec 2026");
        assertThat(fields.change("revenueInMajorCurrency", "1284350", "1284351", gbp))
                .isEqualTo("Revenue: £1,284,350 → £1,284,351");
        assertThat(fields.change("paused", "false", "true", gbp)).isEqualTo("Paused: No → Yes");
        assertThat(fields.value("invoiceDate", "soon", gbp)).isEqualTo("soon");
    }

    @Test
    void aContradictionIsToldInWords() {
        var torn = SampleRuns.regular(7, RunStatus.Known.OPEN, Known.FULL_INVOICES);
        var verdict = Lifecycle.judge(torn, Action.CLOSE,
                ActionContext.CLEAR.withReopenConfigured(true));
        assertThat(verdict).isInstanceOfSatisfying(Legality.Denied.class,
                denied -> assertThat(sentences.reason(denied.reason(), Action.CLOSE))
                        .isEqualTo("Locked: status Open and stage Full invoices do not go together."));
    }

    @Test
    void readOnlySaysHowChangesAreSwitchedOn() {
        var verdict = Lifecycle.judge(run, Action.DRAFT_INVOICES,
                ActionContext.CLEAR.withChanges(ActionContext.Changes.OFF).withReopenConfigured(true));
        assertThat(verdict).isInstanceOfSatisfying(Legality.Denied.class,
                denied -> assertThat(sentences.reason(denied.reason(), Action.DRAFT_INVOICES))
                        .contains("switches them on"));
    }

    @Test
    void oneSearchFindsWhatWasDoneToARunAndWhatWasSeenOfIt() {
        var write = new Activity.Write(UUID.randomUUID(), NOW, ORIGIN, new Command.DraftInvoices(run.key()), "", run,
                new WireRequest(run.key(), "PATCH", run.key().path(), WireRequest.JSON_PATCH, "[]"), Optional.empty(),
                Optional.empty());
        var note = new Activity.Note(UUID.randomUUID(), NOW, ORIGIN, Optional.of(run.key()), "run-finished",
                Map.of("revenue", "1284350", "billRunStatus", "CLOSED > FINALIZED"));
        assertThat(List.of(write, note)).allSatisfy(entry -> {
            assertThat(activities.run(entry)).isEqualTo("Nov 2026 Business");
            assertThat(activities.whole(entry)).contains("Nov 2026 Business").contains("Bill run 1042")
                    .contains("£1,284,350");
        });
        assertThat(activities.outcome(note)).contains("Status: Closed → Finalized");
    }

    @Test
    void namesAreOrderedAsPeopleLookThemUp() {
        var names = new NameOrder(Locale.GERMANY).by((String name) -> name);
        assertThat(Stream.of("Zürich", "apfel", "Banane", "Ärzte", "Österreich", "Apfel").sorted(names))
                .containsExactly("apfel", "Apfel", "Ärzte", "Banane", "Österreich", "Zürich");
        assertThat(new NameOrder(Locale.forLanguageTag("sv")).by((String name) -> name).compare("Ärzte", "Zürich"))
                .isPositive();
        Comparator<String> again = names;
        assertThat(again.compare("Apfel", "Apfel")).isZero();
    }

    @Test
    void aLongCallIsGroupedLikeEveryNumber() {
        assertThat(formats.milliseconds(Duration.ofMillis(12_345))).isEqualTo("12,345 ms");
        assertThat(messages.get("shell.tab.count", 100_000)).isEqualTo("100,000");
        assertThat(OptionalLong.of(1_000).stream().mapToObj(formats::number)).containsExactly("1,000");
    }
}
