package org.billrunconsole.ui.rundetail;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.DisplayText;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.review.Deadline;
import org.billrunconsole.i18n.DeadlineWords;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.runs.CustomerDirectory;
import org.billrunconsole.runs.ReferenceData;
import org.billrunconsole.runs.review.RunAnalysis;
import org.billrunconsole.ui.rundetail.part.Fact;

/** The fields of a run in words: a few important ones, and all of them. */
final class RunFacts {

    private final Messages messages;
    private final Formats formats;
    private final ReferenceData referenceData;
    private final Sentences sentences;
    private final RunAnalysis analysis;
    private final CustomerDirectory customers;
    private final DeadlineWords deadlines;

    RunFacts(Messages messages, Formats formats, Sentences sentences, ReferenceData referenceData,
            RunAnalysis analysis, CustomerDirectory customers) {
        this.customers = customers;
        this.analysis = analysis;
        deadlines = new DeadlineWords(messages, formats);
        this.messages = messages;
        this.formats = formats;
        this.sentences = sentences;
        this.referenceData = referenceData;
    }

    /** What the Progress tab shows under the rail. */
    List<Fact> key(Run run) {
        return switch (run) {
            case BillRun regular -> withDeadline(regular,
                    List.of(revenue(run), largest(regular), period(regular), usageUntil(regular),
                            suspense("usageSuspenseCount", regular.usageSuspense()),
                            suspense("rentalSuspenseCount", regular.rentalSuspense())));
            case AdhocBillRun _ -> List.of(revenue(run), date("invoiceDate", run.invoiceDate()));
        };
    }

    /** What stands beside the title of a run that should be closed soon, or should have been. */
    Optional<String> deadlineBadge(Run run) {
        return analysis.deadline(run).filter(RunFacts::isDue).map(deadlines::title);
    }

    private static boolean isDue(Deadline deadline) {
        return deadline.phase() == Deadline.Phase.PAST || deadline.isDueWithin(Deadline.SOON_DAYS);
    }

    private List<Fact> withDeadline(BillRun run, List<Fact> facts) {
        return Stream.concat(facts.stream(), analysis.deadline(run)
                .map(deadline -> new Fact(messages.get("deadline.fact"), deadlines.basis(deadline),
                        deadlines.line(deadline), isDue(deadline)))
                .stream()).toList();
    }

    /** Every field, in the API's order. */
    List<Fact> all(Run run, Optional<String> closedBy) {
        var facts = new ArrayList<Fact>();
        facts.add(fact("id", Long.toString(run.id())));
        facts.add(fact("name", run.name().orElse(Formats.NONE)));
        switch (run) {
            case BillRun regular -> {
                facts.add(fact("sortableName", regular.sortableName().orElse(Formats.NONE)));
                facts.add(fact("billingCycleId", cycle(regular)));
                facts.add(date("created", regular.created()));
                facts.add(date("periodStartDate", regular.periodStart()));
                facts.add(date("periodEndDate", regular.periodEnd()));
                facts.add(date("invoiceDate", regular.invoiceDate()));
                facts.add(date("includeUsageUntilDate", regular.includeUsageUntil()));
            }
            case AdhocBillRun adhoc -> {
                facts.add(fact("nickname", adhoc.nickname().orElse(Formats.NONE)));
                facts.add(date("created", adhoc.created()));
                facts.add(date("invoiceDate", adhoc.invoiceDate()));
            }
        }
        facts.add(state("billRunStatus", run.status().map(sentences::status), run.status().map(RunStatus::wire)));
        facts.add(state("summaryStatus", run.stage().map(sentences::stage), run.stage().map(Stage::wire)));
        facts.add(fact("summaryStatusPercentage", run.percentage().isPresent()
                ? messages.get("progress.percent", run.percentage().getAsInt())
                : Formats.NONE));
        facts.add(fact("billingUserAdminId", closedBy.orElse(Formats.NONE)));
        facts.add(revenue(run));
        if (run instanceof BillRun regular) {
            facts.add(suspense("usageSuspenseCount", regular.usageSuspense()));
            facts.add(suspense("rentalSuspenseCount", regular.rentalSuspense()));
            facts.add(largest(regular));
            facts.add(yesNo("parallel", regular.parallel()));
            facts.add(yesNo("paused", regular.paused()));
        }
        return facts;
    }

    /** The line under the title. */
    String subtitle(Run run, Optional<String> closedBy) {
        var parts = new ArrayList<String>();
        switch (run) {
            case BillRun regular -> {
                parts.add(messages.get("detail.is.regular", Long.toString(run.id())));
                referenceData.cycleOf(run).ifPresent(cycle -> {
                    parts.add(cycle.name());
                    cycle.currencyCode().ifPresent(parts::add);
                });
                if (regular.paused().orElse(false)) {
                    parts.add(messages.get("flag.paused"));
                }
                if (regular.parallel().orElse(false)) {
                    parts.add(messages.get("flag.parallel"));
                }
            }
            case AdhocBillRun adhoc -> {
                parts.add(messages.get("detail.is.adhoc", Long.toString(run.id())));
                adhoc.nickname().ifPresent(name -> parts.add("“" + name + "”"));
            }
        }
        closedBy.ifPresent(name -> parts.add(messages.get("detail.closed-by", name)));
        return DisplayText.line(String.join(" · ", parts));
    }

    private Fact revenue(Run run) {
        return fact("revenueInMajorCurrency", run.revenue().isEmpty() ? Formats.NONE
                : formats.money(run.revenue().getAsLong(), currency(run)));
    }

    private Fact largest(BillRun run) {
        var value = run.maxInvoiceValue().map(amount -> formats.money(amount, currency(run))).orElse(Formats.NONE);
        if (run.maxInvoiceCustomerId().isEmpty() || run.maxInvoiceValue().isEmpty()) {
            return fact("maxInvoiceValue", value);
        }
        var id = run.maxInvoiceCustomerId().getAsLong();
        return fact("maxInvoiceValue", customers.knownName(id)
                .map(name -> messages.get("detail.largest.named", value, name, Long.toString(id)))
                .orElseGet(() -> messages.get("detail.largest", value, Long.toString(id))));
    }

    private Fact period(BillRun run) {
        return new Fact(messages.get("field.period"), "periodStartDate, periodEndDate",
                run.periodStart().isPresent() && run.periodEnd().isPresent()
                        ? formats.period(run.periodStart().get(), run.periodEnd().get())
                        : Formats.NONE,
                false);
    }

    private Fact usageUntil(BillRun run) {
        var early = run.includeUsageUntil().isPresent() && run.periodEnd().isPresent()
                && run.includeUsageUntil().get().isBefore(run.periodEnd().get());
        return new Fact(messages.get("field.includeUsageUntilDate"), "includeUsageUntilDate",
                run.includeUsageUntil().map(formats::date).orElse(Formats.NONE), early);
    }

    private Fact suspense(String field, OptionalLong count) {
        return new Fact(messages.get("field." + field), field,
                count.isEmpty() ? Formats.NONE : formats.number(count.getAsLong()), count.orElse(0) > 0);
    }

    private Fact date(String field, Optional<LocalDate> day) {
        return fact(field, day.map(formats::date).orElse(Formats.NONE));
    }

    private Fact yesNo(String field, Optional<Boolean> value) {
        return fact(field, value.map(yes -> messages.get(yes ? "word.yes" : "word.no")).orElse(Formats.NONE));
    }

    /** A state in words; how the server names it stands in the tooltip. */
    private Fact state(String field, Optional<String> words, Optional<String> wire) {
        return new Fact(messages.get("field." + field), wire.map(name -> field + ": " + name).orElse(field),
                words.orElse(Formats.NONE), false);
    }

    private Fact fact(String field, String value) {
        return new Fact(messages.get("field." + field), field, DisplayText.line(value), false);
    }

    private String cycle(BillRun run) {
        var id = run.billingCycleId();
        return id.isEmpty() ? Formats.NONE
                : referenceData.cycleOf(run).map(cycle -> cycle.name() + " (" + id.getAsLong() + ")").orElse(
                        Long.toString(id.getAsLong()));
    }

    private Optional<String> currency(Run run) {
        return referenceData.currencyOf(run);
    }
}
