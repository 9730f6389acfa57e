package org.billrunconsole.ui.actions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.Connection;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.domain.write.WireRequest;
import org.billrunconsole.i18n.FieldWords;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.runs.ReferenceData;
import org.billrunconsole.runs.review.ScheduleChecks;
import org.billrunconsole.runs.write.WriteResult;

/** The confirmation's texts. */
final class ConfirmWords {

    /** A named value. */
    record Fact(String name, String value) {}

    private final Messages messages;
    private final Formats formats;
    private final Sentences sentences;
    private final FieldWords fields;
    private final ReferenceData referenceData;

    ConfirmWords(Messages messages, Formats formats, Sentences sentences, ReferenceData referenceData) {
        this.messages = messages;
        this.formats = formats;
        this.sentences = sentences;
        this.fields = new FieldWords(messages, formats, sentences);
        this.referenceData = referenceData;
    }

    /** What the operator should look at before going on: where, how much, and from what to what. */
    List<Fact> facts(ConfirmForm form, Connection connection) {
        var action = form.action();
        var run = form.run();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(messages.get("confirm.environment"), messages.get("shell.environment.pill",
                messages.get("shell.environment." + Sentences.key(connection.kind())), connection.name())));
        facts.add(field("revenueInMajorCurrency", run.revenue().isEmpty() ? Formats.NONE
                : formats.money(run.revenue().getAsLong(), currency(run))));
        facts.add(field("billRunStatus", change(run.status().map(sentences::status),
                statusAfter(action).map(sentences::status))));
        facts.add(field("summaryStatus", change(run.stage().map(sentences::stage),
                stageAfter(action).map(sentences::stage))));
        facts.add(field("invoiceDate", change(run.invoiceDate().map(formats::date),
                form.invoiceDate().map(formats::date))));
        if (run instanceof BillRun regular) {
            facts.add(field("maxInvoiceValue",
                    regular.maxInvoiceValue().map(value -> formats.money(value, currency(run))).orElse(Formats.NONE)));
            facts.add(field("period", change(Optional.of(period(regular)), newPeriod(regular, form.periods()))));
            facts.add(new Fact(messages.get("column.suspense"), suspense(regular)));
        }
        if (run instanceof AdhocBillRun adhoc) {
            facts.add(field("nickname", change(adhoc.nickname(),
                    Optional.of(form.nickname()).filter(name -> !name.isEmpty()))));
        }
        return facts;
    }

    /** The period after a move, in words of its own; empty where the cycle is not known. */
    String newPeriodLine(Run run, int periods) {
        return newPeriod(run, periods).map(text -> messages.get("confirm.new-period", text)).orElse("");
    }

    private Optional<String> newPeriod(Run run, int periods) {
        if (!(run instanceof BillRun regular) || periods == 0) {
            return Optional.empty();
        }
        return ScheduleChecks.moved(regular, periods, referenceData.cycleOf(run))
                .map(target -> formats.period(target.first(), target.last()));
    }

    /** The request as it goes over the wire. */
    static String request(WireRequest request) {
        var line = request.method() + " " + request.path();
        return request.body().isEmpty() ? line : line + "\n" + request.body();
    }

    /** The same to look at: each operation of a patch on a line of its own. */
    static String requestLines(WireRequest request) {
        return request(request).replace("},{", "},\n {");
    }

    /** What became of it, in one or two sentences. */
    String result(WriteResult result, ConfirmForm form) {
        return switch (result) {
            case WriteResult.Refused(var failure) -> messages.get("confirm.refused", sentences.failure(failure));
            case WriteResult.NotSent(var failure) -> messages.get("confirm.not-sent", sentences.failure(failure));
            case WriteResult.NotAllowed(var reason) -> messages.get("confirm.not-allowed",
                    sentences.reason(reason, form.action()));
            case WriteResult.AlreadyUnderWay _ -> messages.get("confirm.under-way");
            case WriteResult.JournalFailed _ -> messages.get("confirm.journal-failed");
            case WriteResult.ChangedMeanwhile(_, var differences) -> messages.get("confirm.changed") + "\n"
                    + differences.stream()
                            .map(each -> fields.change(each.field(), each.before(), each.now(), currency(form.run())))
                            .collect(Collectors.joining("\n"));
            case WriteResult.Done _,WriteResult.Unknown _ -> "";
        };
    }

    /** The technical line behind a failure. */
    Optional<String> detail(WriteResult result) {
        Optional<Failure> failure = switch (result) {
            case WriteResult.Refused(var cause) -> Optional.of(cause);
            case WriteResult.NotSent(var cause) -> Optional.of(cause);
            default -> Optional.empty();
        };
        return failure.map(sentences::detail);
    }

    private String suspense(BillRun run) {
        return run.usageSuspense().isEmpty() && run.rentalSuspense().isEmpty()
                ? Formats.NONE
                : messages.get("confirm.suspense", formats.number(run.usageSuspense().orElse(0)),
                        formats.number(run.rentalSuspense().orElse(0)));
    }

    private String period(BillRun run) {
        return run.periodStart().isPresent() && run.periodEnd().isPresent()
                ? formats.period(run.periodStart().get(), run.periodEnd().get())
                : Formats.NONE;
    }

    private String change(Optional<String> before, Optional<String> after) {
        var from = before.orElse(Formats.NONE);
        return after.filter(to -> !to.equals(from)).map(to -> messages.get("confirm.change", from, to)).orElse(from);
    }

    private Fact field(String field, String value) {
        return new Fact(fields.name(field), value);
    }

    private Optional<String> currency(Run run) {
        return referenceData.currencyOf(run);
    }

    private static Optional<RunStatus> statusAfter(Action action) {
        return switch (action) {
            case CLOSE -> Optional.of(RunStatus.Known.CLOSED);
            case REOPEN -> Optional.of(RunStatus.Known.OPEN);
            case DISTRIBUTE -> Optional.of(RunStatus.Known.FINALIZED);
            default -> Optional.empty();
        };
    }

    private static Optional<Stage> stageAfter(Action action) {
        return switch (action) {
            case CLOSE -> Optional.of(Stage.Known.REPORTING);
            case DRAFT_INVOICES -> Optional.of(Stage.Known.DRAFT_INVOICES);
            case FULL_INVOICES -> Optional.of(Stage.Known.FULL_INVOICES);
            case DISTRIBUTE -> Optional.of(Stage.Known.DISTRIBUTION);
            default -> Optional.empty();
        };
    }
}
