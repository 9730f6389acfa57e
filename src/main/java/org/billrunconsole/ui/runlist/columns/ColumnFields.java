package org.billrunconsole.ui.runlist.columns;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.BillingUser;
import org.billrunconsole.domain.DisplayText;
import org.billrunconsole.domain.Progress;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.history.RunNote;
import org.billrunconsole.domain.review.Deadline;
import org.billrunconsole.i18n.DeadlineWords;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.NameOrder;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.runs.ReferenceData;
import org.billrunconsole.runs.review.RunAnalysis;
import org.billrunconsole.ui.kit.look.ProgressLook;
import org.billrunconsole.ui.kit.look.RunLooks;
import org.billrunconsole.ui.runlist.rows.GroupRow;
import org.billrunconsole.ui.runlist.rows.RowFacts;
import org.billrunconsole.ui.runlist.rows.RowOrder;
import org.billrunconsole.ui.runlist.rows.SortValue;

/** What the columns of the two lists say: every field of a run, and what is made out of them. For any thread. */
public final class ColumnFields {

    static final Set<String> NUMERIC = Set.of("id", "cycle-id", "revenue", "suspense", "usage-suspense",
            "rental-suspense", "products", "percentage", "largest-invoice", "largest-customer");

    private final Messages messages;
    private final Sentences sentences;
    private final ReferenceData referenceData;
    private final RunLooks looks;
    private final RunAnalysis analysis;
    private final DeadlineWords deadlines;
    private final RunTexts texts;
    private final NameOrder names;
    private final RowOrder.Grouping byCycle;
    private final RowOrder.Grouping byStatus;

    public ColumnFields(Messages messages, Sentences sentences, RunTexts texts, ReferenceData referenceData,
            RunAnalysis analysis, DeadlineWords deadlines) {
        this.messages = messages;
        this.sentences = sentences;
        this.texts = texts;
        this.referenceData = referenceData;
        this.looks = new RunLooks(messages, sentences);
        this.analysis = analysis;
        this.deadlines = deadlines;
        this.names = new NameOrder(messages.region());
        byCycle = new RowOrder.Grouping("cycle", this::cycleOf,
                names.by(GroupRow.Key::label).thenComparing(GroupRow.Key::number).thenComparing(GroupRow.Key::label),
                referenceData::knownCurrencyOf);
        byStatus = new RowOrder.Grouping("status", this::statusOf,
                Comparator.comparingLong(GroupRow.Key::number).thenComparing(GroupRow.Key::label),
                referenceData::knownCurrencyOf);
    }

    /** The fields of a kind: first those that are shown unless a person wants others. */
    public List<RunField> of(RunKind kind) {
        var fields = new ArrayList<RunField>();
        fields.add(new RunField("name", title("name"), facts -> new CellValue.Words(facts.run().label()),
                byName(facts -> facts.run() instanceof BillRun regular
                        ? regular.sortableName().orElseGet(regular::label)
                        : facts.run().label())));
        switch (kind) {
            case REGULAR -> {
                fields.add(words("cycle", facts -> RunTexts.cycleName(facts.run(), facts.cycle())));
                fields.add(new RunField("period", title("period"), facts -> CellValue.words(texts.period(facts.run())),
                        byNumber(facts -> CellValue.day(regular(facts).flatMap(BillRun::periodEnd)))));
            }
            case ADHOC -> {
                fields.add(words("nickname", facts -> adhoc(facts).flatMap(AdhocBillRun::nickname)));
                fields.add(day("created", facts -> facts.run().created()));
            }
        }
        fields.add(day("invoice-date", facts -> facts.run().invoiceDate()));
        fields.add(new RunField("status", title("status"),
                facts -> CellValue.words(facts.run().status().map(sentences::status)),
                new SortValue.Number(facts -> statusOrder(facts.run()))));
        fields.add(new RunField("stage", title("stage"), this::stage,
                new SortValue.Number(facts -> stageOrder(facts.run()))));
        fields.add(number("revenue", facts -> facts.run().revenue().isEmpty() ? CellValue.NOTHING
                : new CellValue.Money(BigDecimal.valueOf(facts.run().revenue().getAsLong()),
                        referenceData.currencyOf(facts.run()), true)));
        switch (kind) {
            case REGULAR -> regularOnly(fields);
            case ADHOC -> adhocOnly(fields);
        }
        fields.add(number("id", facts -> new CellValue.Id(facts.key().id())));
        fields.add(number("percentage", facts -> facts.run().percentage().isEmpty() ? CellValue.NOTHING
                : new CellValue.Percent(facts.run().percentage().getAsInt())));
        fields.add(words("closed-by", facts -> closedBy(facts.run())));
        fields.add(words("note", facts -> facts.note().map(RunNote::text)));
        return fields;
    }

    private void regularOnly(List<RunField> fields) {
        fields.add(count("suspense", facts -> regular(facts).map(BillRun::suspense)));
        fields.add(number("largest-invoice", facts -> regular(facts).flatMap(BillRun::maxInvoiceValue)
                .<CellValue>map(amount -> new CellValue.Money(amount, referenceData.currencyOf(facts.run()), false))
                .orElse(CellValue.NOTHING)));
        fields.add(number("largest-customer", facts -> CellValue.id(regular(facts).map(BillRun::maxInvoiceCustomerId)
                .orElseGet(OptionalLong::empty))));
        fields.add(new RunField("deadline", title("deadline"), facts -> deadline(facts.run()),
                new SortValue.Number(facts -> facts.daysLeft().orElse(Long.MAX_VALUE))));
        fields.add(words("flags", facts -> Optional.of(flags(facts.run()))));
        fields.add(count("usage-suspense", facts -> regular(facts).map(BillRun::usageSuspense)));
        fields.add(count("rental-suspense", facts -> regular(facts).map(BillRun::rentalSuspense)));
        fields.add(day("period-start", facts -> regular(facts).flatMap(BillRun::periodStart)));
        fields.add(day("period-end", facts -> regular(facts).flatMap(BillRun::periodEnd)));
        fields.add(day("usage-until", facts -> regular(facts).flatMap(BillRun::includeUsageUntil)));
        fields.add(day("created", facts -> facts.run().created()));
        fields.add(words("paused", facts -> regular(facts).flatMap(BillRun::paused).map(this::yesNo)));
        fields.add(words("parallel", facts -> regular(facts).flatMap(BillRun::parallel).map(this::yesNo)));
        fields.add(words("sortable-name", facts -> regular(facts).flatMap(BillRun::sortableName)));
        fields.add(number("cycle-id", facts -> CellValue.id(regular(facts).map(BillRun::billingCycleId)
                .orElseGet(OptionalLong::empty))));
    }

    private void adhocOnly(List<RunField> fields) {
        fields.add(number("products", facts -> new CellValue.Count(adhoc(facts).map(AdhocBillRun::productCount)
                .orElse(0))));
        fields.add(words("adhoc-products", facts -> adhoc(facts).map(run -> ids(run.adhocProductInventoryIds()))));
        fields.add(words("rental-products", facts -> adhoc(facts).map(run -> ids(run.rentalProductInventoryIds()))));
    }

    /** What the rows of a kind can be grouped by. */
    List<RowOrder.Grouping> groupings(RunKind kind) {
        return kind == RunKind.REGULAR ? List.of(byCycle, byStatus) : List.of(byStatus);
    }

    private GroupRow.Key cycleOf(RowFacts facts) {
        return new GroupRow.Key(regular(facts).map(BillRun::billingCycleId).orElseGet(OptionalLong::empty).orElse(-1),
                RunTexts.cycleName(facts.run(), facts.cycle()).orElse(""));
    }

    private GroupRow.Key statusOf(RowFacts facts) {
        return new GroupRow.Key(statusOrder(facts.run()), facts.run().status().map(sentences::status).orElse(""));
    }

    /** How the stage of a run looks, with what else has to be known beside it. */
    ProgressLook look(RowFacts facts) {
        var look = facts.outcomeUnknown()
                ? looks.outcomeUnknown()
                : looks.look(Progress.of(facts.run()), facts.stalled());
        var flags = flags(facts.run());
        return look.bar() || flags.isEmpty() ? look : look.withText(look.text() + " · " + flags);
    }

    /** Whether a value is one that somebody should look at. */
    boolean warns(String field, RowFacts facts) {
        return switch (field) {
            case "suspense" -> regular(facts).map(BillRun::suspense).orElseGet(OptionalLong::empty).orElse(0) > 0;
            case "usage-suspense" -> regular(facts).map(BillRun::usageSuspense).orElseGet(OptionalLong::empty)
                    .orElse(0) > 0;
            case "rental-suspense" -> regular(facts).map(BillRun::rentalSuspense).orElseGet(OptionalLong::empty)
                    .orElse(0) > 0;
            case "deadline" -> analysis.deadline(facts.run())
                    .filter(deadline -> deadline.phase() == Deadline.Phase.PAST
                            || deadline.isDueWithin(Deadline.SOON_DAYS))
                    .isPresent();
            default -> false;
        };
    }

    private CellValue stage(RowFacts facts) {
        var look = look(facts);
        return CellValue.words(Optional.of((look.text() + " " + look.figure()).strip()));
    }

    /** The last day on which it can be closed, and how far off that is. */
    private CellValue deadline(Run run) {
        return analysis.deadline(run)
                .<CellValue>map(deadline -> new CellValue.WordedDay(deadline.until(),
                        deadline.phase() == Deadline.Phase.NOT_YET ? deadlines.title(deadline)
                                : messages.get("deadline.brief", deadlines.day(deadline), deadlines.left(deadline))))
                .orElse(CellValue.NOTHING);
    }

    /** Paused and parallel in words. */
    private String flags(Run run) {
        if (!(run instanceof BillRun regular)) {
            return "";
        }
        var flags = new ArrayList<String>();
        if (regular.paused().orElse(false)) {
            flags.add(messages.get("flag.paused"));
        }
        if (regular.parallel().orElse(false)) {
            flags.add(messages.get("flag.parallel"));
        }
        return String.join(" · ", flags);
    }

    /** The name of the user who closed it, as far as it has been read. */
    private Optional<String> closedBy(Run run) {
        return run.closedBy().isEmpty() ? Optional.empty()
                : referenceData.knownUser(run.closedBy().getAsLong()).map(BillingUser::username)
                        .or(() -> Optional.of("#" + run.closedBy().getAsLong()));
    }

    private String yesNo(boolean yes) {
        return messages.get(yes ? "word.yes" : "word.no");
    }

    private static String ids(List<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private RunField words(String id, Function<RowFacts, Optional<String>> words) {
        return new RunField(id, title(id), facts -> CellValue.words(words.apply(facts)),
                byName(facts -> words.apply(facts).orElse("")));
    }

    private RunField count(String id, Function<RowFacts, Optional<OptionalLong>> count) {
        return number(id, facts -> CellValue.count(count.apply(facts).orElseGet(OptionalLong::empty)));
    }

    private RunField day(String id, Function<RowFacts, Optional<LocalDate>> day) {
        return number(id, facts -> CellValue.day(day.apply(facts)));
    }

    private RunField number(String id, Function<RowFacts, CellValue> value) {
        return new RunField(id, title(id), value, byNumber(value));
    }

    private String title(String id) {
        return messages.get("column." + id);
    }

    private SortValue byName(Function<RowFacts, String> name) {
        return new SortValue.Text(facts -> names.key(DisplayText.line(name.apply(facts))));
    }

    /** Runs without a value come before all others. */
    private static SortValue byNumber(Function<RowFacts, CellValue> value) {
        return new SortValue.Number(facts -> value.apply(facts).order());
    }

    private static Optional<BillRun> regular(RowFacts facts) {
        return facts.run() instanceof BillRun run ? Optional.of(run) : Optional.empty();
    }

    private static Optional<AdhocBillRun> adhoc(RowFacts facts) {
        return facts.run() instanceof AdhocBillRun run ? Optional.of(run) : Optional.empty();
    }

    static long statusOrder(Run run) {
        return run.status().map(status -> status instanceof Enum<?> known ? known.ordinal() : 99).orElse(-1);
    }

    private static long stageOrder(Run run) {
        return run.stage().map(Stage::order).map(order -> order.orElse(99)).orElse(-1) * 101L
                + run.percentage().orElse(0);
    }
}
