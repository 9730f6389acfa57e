package org.billrunconsole.ui.board;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.BillingCycle;
import org.billrunconsole.domain.Progress;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.history.StageVisit;
import org.billrunconsole.domain.review.Deadline;
import org.billrunconsole.i18n.DeadlineWords;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.runs.ReferenceData;
import org.billrunconsole.runs.review.NeedsAttention;
import org.billrunconsole.runs.review.RunAnalysis;

/** Finds out what the board has to say of a run, by the rules that hold everywhere. For any thread. */
public final class BoardJudge {

    private final RunAnalysis analysis;
    private final ReferenceData referenceData;
    private final Messages messages;
    private final Formats formats;
    private final Sentences sentences;
    private final DeadlineWords deadlines;
    private final InstantSource clock;

    public BoardJudge(RunAnalysis analysis, ReferenceData referenceData, Messages messages, Formats formats,
            Sentences sentences, InstantSource clock) {
        this.analysis = analysis;
        this.referenceData = referenceData;
        this.messages = messages;
        this.formats = formats;
        this.sentences = sentences;
        this.deadlines = new DeadlineWords(messages, formats);
        this.clock = clock;
    }

    /** What is to be shown of a run now. */
    BoardCard card(BillRun run) {
        var progress = Progress.of(run);
        var reasons = analysis.attention(run);
        var stage = BoardStage.of(progress);
        var money = run.revenue().isPresent()
                ? formats.money(run.revenue().getAsLong(), referenceData.currencyOf(run))
                : Formats.NONE;
        var line = line(run, progress, reasons);
        var cycle = referenceData.cycleOf(run).map(BillingCycle::name);
        return new BoardCard(run, run.label(), stage, Standing.of(progress, reasons), money, line, cycle,
                referenceData.knownCurrencyOf(run),
                messages.get("board.card.accessible", run.label(), money, title(stage), line));
    }

    /** The name of a column. */
    String title(BoardStage stage) {
        return messages.get("board.stage." + Sentences.key(stage));
    }

    private String line(BillRun run, Progress progress, Set<NeedsAttention> reasons) {
        var deadline = analysis.deadline(run);
        if (reasons.contains(NeedsAttention.OUTCOME_UNKNOWN)) {
            return messages.get("progress.outcome-unknown");
        }
        if (reasons.contains(NeedsAttention.STALLED)) {
            return joined(messages.get("progress.stalled", percent(run.percentage()).orElse("")).strip(),
                    analysis.stall(run.key()).flatMap(stall -> age(stall.since())));
        }
        if (reasons.contains(NeedsAttention.CLOSING_DEADLINE_PAST) && deadline.isPresent()) {
            return messages.get("board.line.late", deadlines.day(deadline.get()));
        }
        if (reasons.contains(NeedsAttention.SUSPENSE_ON_DUE_RUN)) {
            return messages.get("board.line.suspense", run.suspense().orElse(0));
        }
        return switch (progress) {
            case Progress.Open _ -> open(run, deadline, reasons);
            case Progress.Ready(var stage) -> ready(run, stage);
            case Progress.Starting _,Progress.Running _,Progress.RunningOrWaiting _ -> working(run, progress);
            case Progress.Finished _ -> run.invoiceDate()
                    .map(date -> messages.get("board.line.dated", formats.dayOfMonth(date)))
                    .orElseGet(() -> sentences.progress(progress));
            case Progress.Unclear _ -> sentences.progress(progress);
        };
    }

    private String open(BillRun run, Optional<Deadline> deadline, Set<NeedsAttention> reasons) {
        if (reasons.contains(NeedsAttention.CLOSING_DUE_SOON) && deadline.isPresent()) {
            return messages.get("board.line.due", deadlines.day(deadline.get()));
        }
        if (reasons.contains(NeedsAttention.MAY_CLOSE_BY_ITSELF) && deadline.isPresent()) {
            return deadlines.completion(deadline.get());
        }
        if (run.paused().orElse(false)) {
            return messages.get("board.line.paused");
        }
        if (run.parallel().orElse(false)) {
            return messages.get("board.line.parallel");
        }
        return deadline.map(each -> each.phase() == Deadline.Phase.NOT_YET
                ? messages.get("board.line.from", formats.dayOfMonth(each.from()))
                : messages.get("board.line.until", deadlines.day(each)))
                .or(() -> run.periodEnd().map(end -> messages.get("board.line.period", formats.dayOfMonth(end))))
                .orElse(Formats.NONE);
    }

    private String ready(BillRun run, Stage.Known stage) {
        var since = analysis.history(run.key()).present().flatMap(StageVisit::done).flatMap(this::age);
        return switch (stage) {
            case DRAFT_INVOICES -> messages.get("board.line.drafts");
            case FULL_INVOICES -> messages.get("board.line.distribute");
            default -> since.map(age -> messages.get("board.line.yours.since", age))
                    .orElseGet(() -> messages.get("board.line.yours"));
        };
    }

    /** The server's percentage where it sent one; else the stage, and for how long it has been seen. */
    private String working(BillRun run, Progress progress) {
        var percent = progress instanceof Progress.Running(_, var figure) ? percent(figure) : Optional.<String>empty();
        var named = run.stage().filter(stage -> stage instanceof Stage.Known known && known.isAutomatic())
                .map(sentences::stage);
        var left = analysis.left(run)
                .filter(each -> each.most().compareTo(Duration.ofMinutes(1)) >= 0)
                .map(each -> messages.get("board.line.left", formats.duration(rounded(each.most()))));
        if (percent.isPresent()) {
            return Stream.of(named, percent, left).flatMap(Optional::stream).collect(Collectors.joining(" · "));
        }
        var seen = analysis.history(run.key()).present().map(StageVisit::from).flatMap(this::age);
        return joined(named.orElseGet(() -> messages.get(progress instanceof Progress.RunningOrWaiting
                ? "board.line.running-or-waiting"
                : "board.line.running")), seen);
    }

    private Optional<String> percent(OptionalInt figure) {
        return figure.isPresent() ? Optional.of(messages.get("progress.percent", figure.getAsInt())) : Optional.empty();
    }

    private static String joined(String first, Optional<String> second) {
        return second.map(more -> first + " · " + more).orElse(first);
    }

    /** How long ago it was, in its largest unit: a board that changed every second could not be read. */
    private Optional<String> age(Instant since) {
        var age = Duration.between(since, clock.instant());
        return age.toMinutes() < 1 ? Optional.empty() : Optional.of(formats.duration(rounded(age)));
    }

    private static Duration rounded(Duration length) {
        return length.toDays() > 0
                ? Duration.ofDays(length.toDays())
                : length.toHours() > 0 ? Duration.ofHours(length.toHours()) : Duration.ofMinutes(length.toMinutes());
    }
}
