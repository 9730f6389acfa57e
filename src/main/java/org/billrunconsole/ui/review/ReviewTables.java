package org.billrunconsole.ui.review;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.billrunconsole.domain.review.customer.CustomerVariance;
import org.billrunconsole.domain.review.customer.CustomerVariance.Why;
import org.billrunconsole.domain.review.customer.NotBilled;
import org.billrunconsole.domain.review.customer.RunReview;
import org.billrunconsole.domain.review.customer.Scope;
import org.billrunconsole.domain.review.customer.SuspenseGroup;
import org.billrunconsole.domain.review.customer.VarianceGroup;
import org.billrunconsole.i18n.FigureWords;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.SearchText;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.ui.review.ReviewTable.Cell;
import org.billrunconsole.ui.review.ReviewTable.Column;
import org.billrunconsole.ui.review.ReviewTable.Kind;
import org.billrunconsole.ui.review.ReviewTable.Look;
import org.billrunconsole.ui.review.ReviewTable.Row;

/** The lists of a review in words. */
final class ReviewTables {

    private static final String NONE = "—";

    private final Messages messages;
    private final Formats formats;
    private final FigureWords figures;

    ReviewTables(Messages messages, Formats formats, FigureWords figures) {
        this.messages = messages;
        this.formats = formats;
        this.figures = figures;
    }

    // ---- Who is charged otherwise

    ReviewTable differences(RunReview review, Optional<String> currency, ReviewPart part) {
        var shown = sorts(part);
        var rows = shown.stream()
                .flatMap(sort -> group(review, sort).listed().stream().map(each -> row(each, sort, currency)))
                .toList();
        var unlisted = shown.stream().mapToLong(sort -> group(review, sort).unlisted()).sum();
        return new ReviewTable(List.of(
                column("customer", Look.STRONG, 2.1), column("id", Look.MUTED, 0.95),
                column("this-run", Look.NUMBER, 1.35), column("previous", Look.NUMBER, 1.35),
                column("difference", Look.NUMBER, 1.45), column("percent", Look.NUMBER, 1.15),
                column("why", Look.WHY, 1.9)), rows, true,
                unlisted == 0 ? "" : messages.get("review.unlisted", unlisted),
                messages.get(review.variances().extent().isNothing() ? "review.empty.unread" : "review.empty.none"));
    }

    /** What is said of those that are not shown among the differences. */
    String others(RunReview review) {
        var within = review.variances().withinLimits().count();
        return within == 0 ? "" : messages.get("review.within-limits", within);
    }

    /** Which of the groups a customer is in. */
    private enum Sort {
        UNEXPLAINED, NOT_COMPARED, EXPLAINED, WITHIN_LIMITS
    }

    private static List<Sort> sorts(ReviewPart part) {
        return switch (part) {
            case UNEXPLAINED -> List.of(Sort.UNEXPLAINED, Sort.NOT_COMPARED);
            case EXPLAINED -> List.of(Sort.EXPLAINED);
            case ALL -> List.of(Sort.values());
            case DIFFERENCES, NOT_BILLED, SUSPENSE -> List.of(Sort.UNEXPLAINED, Sort.NOT_COMPARED, Sort.EXPLAINED);
        };
    }

    private static VarianceGroup group(RunReview review, Sort sort) {
        var all = review.variances();
        return switch (sort) {
            case UNEXPLAINED -> all.unexplained();
            case NOT_COMPARED -> all.notCompared();
            case EXPLAINED -> all.explained();
            case WITHIN_LIMITS -> all.withinLimits();
        };
    }

    private String why(CustomerVariance variance, Sort sort) {
        return switch (sort) {
            case WITHIN_LIMITS -> messages.get("review.why-is.within-limits");
            case NOT_COMPARED -> messages.get("review.why-is.not-compared");
            case UNEXPLAINED, EXPLAINED -> variance.why() == Why.CEASED && variance.end().isPresent()
                    ? messages.get("review.why-is.ceased-on", formats.date(variance.end().get()))
                    : messages.get("review.why-is." + Sentences.key(variance.why()));
        };
    }

    private Row row(CustomerVariance variance, Sort sort, Optional<String> currency) {
        var why = why(variance, sort);
        return Row.of(sort == Sort.UNEXPLAINED || sort == Sort.NOT_COMPARED ? Kind.WARNS : Kind.PLAIN,
                List.of(name(variance.name()), id(variance.customerId()),
                        money(variance.thisRun(), currency), money(variance.previous(), currency),
                        variance.difference().map(value -> Cell.of(figures.signed(value, currency), value))
                                .orElseGet(() -> Cell.of(NONE)),
                        variance.percent().map(value -> Cell.of(figures.percent(value), value))
                                .orElseGet(() -> Cell.of("")),
                        Cell.of(variance.rated() ? why : messages.get("review.why-is.not-rated", why))));
    }

    // ---- Who is not billed

    /** @param unread what is said if it could not be found out; empty if it could */
    ReviewTable notBilled(RunReview review, String unread) {
        var completeness = review.completeness();
        return new ReviewTable(List.of(
                column("customer", Look.STRONG, 2.4), column("id", Look.MUTED, 0.9),
                column("start", Look.PLAIN, 1.2), column("end", Look.PLAIN, 1.2), column("how", Look.WHY, 2.6)),
                completeness.listed().stream().map(this::row).toList(), true,
                completeness.unlisted() == 0 ? "" : messages.get("review.unlisted", completeness.unlisted()),
                unread.isEmpty() ? messages.get("review.empty.not-billed") : unread);
    }

    private Row row(NotBilled customer) {
        return Row.of(Kind.WARNS, List.of(name(customer.name()), id(customer.customerId()),
                day(customer.start(), "review.start.not-known"), day(customer.end(), "review.end.goes-on"),
                Cell.of(messages.get("review.how." + Sentences.key(customer.how())))));
    }

    private Cell day(Optional<LocalDate> day, String otherwise) {
        return day.map(known -> Cell.of(formats.date(known), BigDecimal.valueOf(known.toEpochDay())))
                .orElseGet(() -> Cell.of(messages.get(otherwise)));
    }

    // ---- What is in suspense

    ReviewTable suspense(RunReview review) {
        var rental = review.rentalSuspense();
        var usage = review.usageSuspense();
        var rows = new ArrayList<Row>();
        rental.groups().forEach(group -> addGroup(rows, group));
        if (!usage.numbers().isEmpty()) {
            rows.add(head(messages.get("review.suspense.numbers"), usage.dialStrings().read()));
            usage.numbers().forEach(each -> rows.add(Row.of(Kind.PLAIN, List.of(Cell.of(messages.get(
                    "review.suspense.number", each.dialString().orElse(NONE), plain(each.usageProductId()),
                    plain(each.supplierId()))), Cell.of(""), Cell.of(""), Cell.of("")))));
        }
        if (!usage.rates().isEmpty()) {
            rows.add(head(messages.get("review.suspense.rates"), usage.buyRates().read()));
            usage.rates().forEach(each -> rows.add(Row.of(Kind.PLAIN, List.of(Cell.of(messages.get(
                    "review.suspense.rate", plain(each.usageProductId()), plain(each.usageRateCardId()))),
                    Cell.of(""), Cell.of(""), Cell.of("")))));
        }
        var below = Stream.of(
                messages.get(rental.scope() == Scope.CYCLE ? "review.suspense.scope.cycle"
                        : "review.suspense.scope.all"),
                rental.withoutCustomer() == 0 ? ""
                        : messages.get("review.suspense.without-customer", rental.withoutCustomer()),
                rental.unlisted() == 0 ? "" : messages.get("review.suspense.unlisted", rental.unlisted()))
                .filter(text -> !text.isEmpty()).collect(Collectors.joining(" "));
        return new ReviewTable(List.of(column("reason", Look.PLAIN, 3), column("customer", Look.PLAIN, 2),
                column("id", Look.MUTED, 0.9), column("records", Look.NUMBER, 1)), rows, false, below,
                messages.get(rental.extent().isWhole() ? "review.empty.suspense" : "review.empty.suspense.unread"));
    }

    private void addGroup(List<Row> rows, SuspenseGroup group) {
        var reason = group.reason().orElseGet(() -> messages.get("review.suspense.no-reason"));
        var customers = messages.get("review.suspense.customers", group.customers());
        rows.add(new Row(Kind.HEAD, List.of(Cell.of(reason), Cell.of(customers), Cell.of(""), count(group.records())),
                // Whoever looks for a customer sees the reasons above it too.
                SearchText.folded(Stream.concat(Stream.of(reason), group.listed().stream()
                        .map(held -> held.name().orElse("") + " " + held.customerId()))
                        .collect(Collectors.joining(" ")))));
        group.listed().forEach(held -> rows.add(Row.of(Kind.PLAIN, List.of(Cell.of(reason), name(held.name()), id(
                held.customerId()), count(held.records())))));
        if (group.unlisted() > 0) {
            rows.add(Row.of(Kind.PLAIN, List.of(Cell.of(reason),
                    Cell.of(messages.get("review.suspense.more-customers", group.unlisted())), Cell.of(""),
                    Cell.of(""))));
        }
    }

    private Row head(String reason, long count) {
        return Row.of(Kind.HEAD, List.of(Cell.of(reason), Cell.of(messages.get("review.suspense.tenant")), Cell.of(""),
                count(count)));
    }

    // ---- Cells

    private Column column(String id, Look look, double weight) {
        return new Column(id, messages.get("review.column." + id), look, weight);
    }

    private Cell name(Optional<String> name) {
        return Cell.of(name.orElseGet(() -> messages.get("review.name.not-known")));
    }

    /** An identifier is no quantity, so its digits are not grouped. */
    private static Cell id(long id) {
        return Cell.of(Long.toString(id), BigDecimal.valueOf(id));
    }

    private static String plain(OptionalLong id) {
        return id.isPresent() ? Long.toString(id.getAsLong()) : NONE;
    }

    private Cell count(long count) {
        return Cell.of(formats.number(count), BigDecimal.valueOf(count));
    }

    private Cell money(Optional<BigDecimal> value, Optional<String> currency) {
        return value.map(known -> Cell.of(formats.money(known, currency), known)).orElseGet(() -> Cell.of(NONE));
    }
}
