package org.billrunconsole.ui.compare;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.BillingUser;
import org.billrunconsole.domain.DisplayText;
import org.billrunconsole.domain.FailureException;
import org.billrunconsole.domain.Run;
import org.billrunconsole.i18n.FigureWords;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.runs.CustomerDirectory;
import org.billrunconsole.runs.ReferenceData;
import org.billrunconsole.ui.compare.ComparedField.Comparison;

/**
 * Puts the fields of two runs of one kind side by side. Amounts are only taken from each other where both are known to
 * be in one currency. Goes through all inventory ids of ad hoc runs, so not for the window's thread.
 */
final class RunComparison {

    /** So many inventory ids of one run alone are written out. */
    private static final int MOST_IDS = 12;
    private static final String MINUS = "\u2212";
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final Messages messages;
    private final Formats formats;
    private final Sentences sentences;
    private final FigureWords figures;
    private final ReferenceData referenceData;
    private final CustomerDirectory customers;

    RunComparison(Messages messages, Formats formats, Sentences sentences, ReferenceData referenceData,
            CustomerDirectory customers) {
        this.messages = messages;
        this.formats = formats;
        this.sentences = sentences;
        this.figures = new FigureWords(messages, formats);
        this.referenceData = referenceData;
        this.customers = customers;
    }

    /**
     * The fields in the API's order, without id and name, by which the runs are called.
     *
     * @throws IllegalArgumentException if they are not of one kind
     */
    List<ComparedField> compare(Run first, Run second) {
        return switch (first) {
            case BillRun one when second instanceof BillRun other -> regular(one, other);
            case AdhocBillRun one when second instanceof AdhocBillRun other -> adhoc(one, other);
            case BillRun _,AdhocBillRun _ -> throw new IllegalArgumentException("Two kinds of run");
        };
    }

    /**
     * Reads who closed a run, and the customer of its largest invoice, so that they have names from then on; blocks.
     *
     * @throws FailureException if the server cannot be read
     */
    void learnNames(Run run) {
        if (run.closedBy().isPresent()) {
            referenceData.user(run.closedBy().getAsLong());
        }
        if (run instanceof BillRun regular && regular.maxInvoiceCustomerId().isPresent()) {
            customers.name(regular.maxInvoiceCustomerId().getAsLong());
        }
    }

    private List<ComparedField> regular(BillRun first, BillRun second) {
        var fields = new ArrayList<ComparedField>();
        fields.add(text("sortableName", first.sortableName(), second.sortableName()));
        fields.add(text("billingCycleId", cycle(first), cycle(second)));
        fields.add(day("created", first.created(), second.created()));
        fields.add(day("periodStartDate", first.periodStart(), second.periodStart()));
        fields.add(day("periodEndDate", first.periodEnd(), second.periodEnd()));
        fields.add(day("invoiceDate", first.invoiceDate(), second.invoiceDate()));
        fields.add(day("includeUsageUntilDate", first.includeUsageUntil(), second.includeUsageUntil()));
        fields.addAll(standing(first, second));
        fields.add(count("usageSuspenseCount", first.usageSuspense(), second.usageSuspense()));
        fields.add(count("rentalSuspenseCount", first.rentalSuspense(), second.rentalSuspense()));
        fields.add(money("maxInvoiceValue", first, first.maxInvoiceValue(), second, second.maxInvoiceValue(),
                this::amount));
        fields.add(text("maxInvoiceCustomerId", customer(first), customer(second)));
        fields.add(text("parallel", yesNo(first.parallel()), yesNo(second.parallel())));
        fields.add(text("paused", yesNo(first.paused()), yesNo(second.paused())));
        return fields;
    }

    private List<ComparedField> adhoc(AdhocBillRun first, AdhocBillRun second) {
        var fields = new ArrayList<ComparedField>();
        fields.add(text("nickname", first.nickname(), second.nickname()));
        fields.add(day("created", first.created(), second.created()));
        fields.add(day("invoiceDate", first.invoiceDate(), second.invoiceDate()));
        fields.addAll(standing(first, second));
        fields.add(ids("adhocProductInventoryIds", first.adhocProductInventoryIds(),
                second.adhocProductInventoryIds()));
        fields.add(ids("rentalProductInventoryIds", first.rentalProductInventoryIds(),
                second.rentalProductInventoryIds()));
        return fields;
    }

    /** Where the runs stand, and what they bill. */
    private List<ComparedField> standing(Run first, Run second) {
        return List.of(text("billRunStatus", first.status().map(sentences::status), second.status().map(
                sentences::status)),
                text("summaryStatus", first.stage().map(sentences::stage), second.stage().map(sentences::stage)),
                text("summaryStatusPercentage", percentage(first), percentage(second)),
                text("billingUserAdminId", user(first.closedBy()), user(second.closedBy())),
                money("revenueInMajorCurrency", first, whole(first.revenue()), second, whole(second.revenue()),
                        this::units));
    }

    // ---- By kind of value

    private ComparedField text(String field, Optional<String> first, Optional<String> second) {
        return onlyOne(field, first, second).orElseGet(() -> field(field, first, second,
                first.equals(second) ? Comparison.SAME : Comparison.DIFFERENT, Optional.empty()));
    }

    private ComparedField day(String field, Optional<LocalDate> first, Optional<LocalDate> second) {
        var one = first.map(formats::date);
        var other = second.map(formats::date);
        if (first.isEmpty() || second.isEmpty()) {
            return text(field, one, other);
        }
        var days = ChronoUnit.DAYS.between(first.get(), second.get());
        return field(field, one, other, bySign(Long.signum(days)), days == 0 ? Optional.empty()
                : Optional.of(messages.get(days > 0 ? "compare.days.later" : "compare.days.earlier",
                        Math.abs(days))));
    }

    private ComparedField count(String field, OptionalLong first, OptionalLong second) {
        return number(field, whole(first), whole(second), this::number, this::number);
    }

    /** @param words how an amount is written in a run's currency */
    private ComparedField money(String field, Run first, Optional<BigDecimal> one, Run second,
            Optional<BigDecimal> other, Function<Run, Function<BigDecimal, String>> words) {
        var inFirst = one.map(words.apply(first));
        var inSecond = other.map(words.apply(second));
        if (one.isEmpty() || other.isEmpty() || isOneCurrency(first, second)) {
            return number(field, one, other, words.apply(first), words.apply(second));
        }
        var known = referenceData.knownCurrencyOf(first).isPresent()
                && referenceData.knownCurrencyOf(second).isPresent();
        return field(field, inFirst, inSecond, Comparison.DIFFERENT, Optional.of(messages.get(
                known ? "compare.currency.other" : "compare.currency.unknown")));
    }

    /** Runs of one cycle are billed in one currency, be it known or not. */
    private boolean isOneCurrency(Run first, Run second) {
        var currency = referenceData.knownCurrencyOf(first);
        return currency.isPresent() && currency.equals(referenceData.knownCurrencyOf(second))
                || first instanceof BillRun one && second instanceof BillRun other && one.billingCycleId().isPresent()
                        && one.billingCycleId().equals(other.billingCycleId());
    }

    /** @param firstWords how a number of the first run is written, and their difference too */
    private ComparedField number(String field, Optional<BigDecimal> first, Optional<BigDecimal> second,
            Function<BigDecimal, String> firstWords, Function<BigDecimal, String> secondWords) {
        var one = first.map(firstWords);
        var other = second.map(secondWords);
        if (first.isEmpty() || second.isEmpty()) {
            return text(field, one, other);
        }
        var difference = second.get().subtract(first.get());
        var signed = (difference.signum() > 0 ? "+" : MINUS) + firstWords.apply(difference.abs());
        var words = first.get().signum() == 0 ? signed
                : messages.get("compare.signed", signed, figures.percent(difference.multiply(HUNDRED).divide(
                        first.get().abs(), 1, RoundingMode.HALF_UP)));
        return field(field, one, other, bySign(difference.signum()), difference.signum() == 0 ? Optional.empty()
                : Optional.of(words));
    }

    private ComparedField ids(String field, List<Long> first, List<Long> second) {
        var inFirst = new HashSet<>(first);
        var inSecond = new HashSet<>(second);
        var onlyFirst = first.stream().filter(id -> !inSecond.contains(id)).distinct().toList();
        var onlySecond = second.stream().filter(id -> !inFirst.contains(id)).distinct().toList();
        var both = inFirst.size() - onlyFirst.size();
        return field(field, Optional.of(idWords(first, onlyFirst)), Optional.of(idWords(second, onlySecond)),
                onlyFirst.isEmpty() && onlySecond.isEmpty() ? Comparison.SAME : Comparison.DIFFERENT,
                Optional.of(messages.get("compare.ids", both, onlyFirst.size(), onlySecond.size())));
    }

    private String idWords(List<Long> all, List<Long> only) {
        var count = messages.get("compare.ids.count", all.size());
        if (only.isEmpty()) {
            return count;
        }
        var some = only.stream().limit(MOST_IDS).map(String::valueOf).collect(Collectors.joining(" "));
        return messages.get("compare.ids.only", count, only.size(), only.size() > MOST_IDS ? some + " …" : some);
    }

    private Optional<ComparedField> onlyOne(String field, Optional<String> first, Optional<String> second) {
        return first.isPresent() == second.isPresent() ? Optional.empty()
                : Optional.of(field(field, first, second,
                        first.isPresent() ? Comparison.ONLY_FIRST : Comparison.ONLY_SECOND, Optional.empty()));
    }

    private ComparedField field(String field, Optional<String> first, Optional<String> second,
            Comparison comparison, Optional<String> words) {
        return new ComparedField(field, messages.get("field." + field), line(first), line(second), comparison,
                words.orElseGet(() -> messages.get("compare." + Sentences.key(comparison))));
    }

    private static String line(Optional<String> value) {
        return value.map(DisplayText::line).orElse(Formats.NONE);
    }

    private static Comparison bySign(int sign) {
        return sign > 0 ? Comparison.MORE : sign < 0 ? Comparison.LESS : Comparison.SAME;
    }

    // ---- In words

    private static Optional<BigDecimal> whole(OptionalLong number) {
        return number.isPresent() ? Optional.of(BigDecimal.valueOf(number.getAsLong())) : Optional.empty();
    }

    private String number(BigDecimal whole) {
        return formats.money(whole.toBigInteger(), Optional.empty());
    }

    private Function<BigDecimal, String> units(Run run) {
        return amount -> formats.money(amount.toBigInteger(), referenceData.currencyOf(run));
    }

    private Function<BigDecimal, String> amount(Run run) {
        return amount -> formats.money(amount, referenceData.currencyOf(run));
    }

    private Optional<String> cycle(BillRun run) {
        return run.billingCycleId().isEmpty() ? Optional.empty()
                : Optional.of(referenceData.cycleOf(run)
                        .map(cycle -> cycle.name() + " (" + cycle.id() + ")")
                        .orElseGet(() -> Long.toString(run.billingCycleId().getAsLong())));
    }

    private Optional<String> percentage(Run run) {
        return run.percentage().isEmpty() ? Optional.empty()
                : Optional.of(messages.get("progress.percent", run.percentage().getAsInt()));
    }

    private Optional<String> user(OptionalLong id) {
        return id.isEmpty() ? Optional.empty()
                : Optional.of(referenceData.knownUser(id.getAsLong()).map(BillingUser::username)
                        .orElse("#" + id.getAsLong()));
    }

    private Optional<String> customer(BillRun run) {
        return run.maxInvoiceCustomerId().isEmpty() ? Optional.empty()
                : Optional.of(customers.knownName(run.maxInvoiceCustomerId().getAsLong())
                        .map(name -> name + " (" + run.maxInvoiceCustomerId().getAsLong() + ")")
                        .orElseGet(() -> Long.toString(run.maxInvoiceCustomerId().getAsLong())));
    }

    private Optional<String> yesNo(Optional<Boolean> value) {
        return value.map(yes -> messages.get(yes ? "word.yes" : "word.no"));
    }
}
