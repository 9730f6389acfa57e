package org.billrunconsole.ui.runlist;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableCell;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.Progress;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.review.Deadline;
import org.billrunconsole.export.Cell;
import org.billrunconsole.i18n.DeadlineWords;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.NameOrder;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.runs.review.RunAnalysis;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.look.ProgressLook;
import org.billrunconsole.ui.kit.look.RunLooks;
import org.billrunconsole.ui.runlist.columns.RunTexts;
import org.billrunconsole.ui.runlist.columns.StageCell;
import org.billrunconsole.ui.runlist.columns.StatusCell;
import org.billrunconsole.ui.runlist.columns.TextCell;
import org.billrunconsole.ui.runlist.rows.RowFacts;
import org.billrunconsole.ui.runlist.rows.RunFilter;
import org.billrunconsole.ui.runlist.rows.RunRow;
import org.billrunconsole.ui.runlist.rows.SortValue;

/**
 * The columns of the two tables: the one place that says what each shows and holds. What a cell is given is all that is
 * known of the run, so that it follows it in place.
 */
final class RunColumns {

    /** Those that show what is searched for any part of; see {@link RunFilter}. */
    private static final Set<String> SEARCHED = Set.of("name", "sortable-name", "cycle", "nickname", "id");

    private final Messages messages;
    private final Sentences sentences;
    private final RunTexts texts;
    private final RunLooks looks;
    private final RunAnalysis analysis;
    private final DeadlineWords deadlines;
    private final NameOrder names;
    private final ObservableValue<List<String>> searched;

    RunColumns(Messages messages, Sentences sentences, RunTexts texts, RunLooks looks, RunAnalysis analysis,
            DeadlineWords deadlines, ObservableValue<List<String>> searched) {
        this.searched = searched;
        this.deadlines = deadlines;
        this.messages = messages;
        this.sentences = sentences;
        this.texts = texts;
        this.looks = looks;
        this.analysis = analysis;
        this.names = new NameOrder(messages.locale());
    }

    List<RunColumn> of(RunKind kind) {
        var columns = new ArrayList<RunColumn>();
        columns.add(name());
        switch (kind) {
            case REGULAR -> {
                columns.add(text("cycle", 98, texts::cycle, _ -> false,
                        byName(facts -> RunTexts.cycle(facts.run(), facts.cycle())), words(texts::cycle),
                        Styles.MUTED));
                columns.add(text("period", 126, texts::period, _ -> false,
                        byDay(run -> run instanceof BillRun regular ? regular.periodEnd() : Optional.empty()),
                        words(texts::period)));
            }
            case ADHOC -> {
                columns.add(text("nickname", 138, texts::nickname, _ -> false,
                        byName(facts -> texts.nickname(facts.run())), words(texts::nickname)));
                columns.add(text("created", 112, run -> texts.date(run.created()), _ -> false, byDay(Run::created),
                        day(Run::created)));
            }
        }
        columns.add(text("invoice-date", 98, run -> texts.date(run.invoiceDate()), _ -> false,
                byDay(Run::invoiceDate), day(Run::invoiceDate)));
        columns.add(column("status", 96, () -> new StatusCell<>(sentences), byNumber(RunColumns::statusOrder),
                words(run -> run.status().map(sentences::status).orElse(""))));
        var stage = column("stage", StageCell.LEAST_WIDTH, () -> new StageCell<>(this::look), byNumber(
                RunColumns::stageOrder), words(run -> look(run).text()));
        stage.setMinWidth(StageCell.LEAST_WIDTH);
        columns.add(stage);
        columns.add(text("revenue", 96, texts::revenue, _ -> false, byNumber(run -> run.revenue().orElse(-1)),
                money(run -> run.revenue().isEmpty() ? Optional.empty()
                        : Optional.of(BigDecimal.valueOf(run.revenue().getAsLong()))),
                Styles.NUMERIC));
        columns.add(switch (kind) {
            case REGULAR -> text("suspense", 76, run -> texts.number(suspense(run)),
                    run -> suspense(run).orElse(0) > 0, byNumber(run -> suspense(run).orElse(-1)),
                    number(RunColumns::suspense), Styles.NUMERIC);
            case ADHOC -> text("products", 76, run -> texts.number(OptionalLong.of(products(run))), _ -> false,
                    byNumber(RunColumns::products), number(run -> OptionalLong.of(products(run))), Styles.NUMERIC);
        });
        columns.addAll(hidden(kind));
        return columns;
    }

    private RunColumn name() {
        var column = column("name", 164,
                () -> new TextCell<RunRow>(Run::label, _ -> false, Styles.STRONG).flagging(messages)
                        .marking(searched),
                byName(facts -> facts.run() instanceof BillRun regular
                        ? regular.sortableName().orElseGet(regular::label)
                        : facts.run().label()),
                words(Run::label));
        column.getStyleClass().add(Styles.STRONG);
        return column;
    }

    private List<RunColumn> hidden(RunKind kind) {
        var more = new ArrayList<RunColumn>();
        more.add(text("id", 72, run -> Long.toString(run.id()), _ -> false, byNumber(Run::id),
                number(run -> OptionalLong.of(run.id())), Styles.NUMERIC));
        if (kind == RunKind.REGULAR) {
            more.add(text("largest-invoice", 118, texts::largestInvoice, _ -> false,
                    byNumber(run -> run instanceof BillRun regular
                            ? regular.maxInvoiceValue().map(value -> value.longValue()).orElse(-1L)
                            : -1),
                    money(run -> run instanceof BillRun regular ? regular.maxInvoiceValue() : Optional.empty()),
                    Styles.NUMERIC));
            more.add(text("deadline", 160, this::deadline, this::isDue,
                    new SortValue.Number(facts -> facts.daysLeft().orElse(Long.MAX_VALUE)),
                    day(run -> analysis.deadline(run).map(Deadline::until))));
            more.add(
                    text("flags", 118, this::flags, _ -> false, byName(facts -> flags(facts.run())), words(this::flags),
                            Styles.MUTED));
        }
        more.forEach(column -> column.setVisible(false));
        return more;
    }

    private ProgressLook look(Run run) {
        var look = analysis.isOutcomeUnknown(run.key())
                ? looks.outcomeUnknown()
                : looks.look(Progress.of(run), analysis.stall(run.key()).isPresent());
        var flags = flags(run);
        return look.bar() || flags.isEmpty() ? look : look.withText(look.text() + " · " + flags);
    }

    /** The last day on which it can be closed, and how far off that is. */
    private String deadline(Run run) {
        return analysis.deadline(run)
                .map(deadline -> deadline.phase() == Deadline.Phase.NOT_YET ? deadlines.title(deadline)
                        : messages.get("deadline.brief", deadlines.day(deadline), deadlines.left(deadline)))
                .orElse(Formats.NONE);
    }

    private boolean isDue(Run run) {
        return analysis.deadline(run).filter(deadline -> deadline.phase() == Deadline.Phase.PAST
                || deadline.isDueWithin(Deadline.SOON_DAYS)).isPresent();
    }

    /** Paused and parallel in words. */
    String flags(Run run) {
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

    private RunColumn text(String name, double width, Function<Run, String> text, Predicate<Run> warns,
            SortValue order, Function<RowFacts, Cell> value, String... styles) {
        var column = column(name, width, () -> SEARCHED.contains(name)
                ? new TextCell<RunRow>(text, warns, styles).marking(searched)
                : new TextCell<>(text, warns, styles), order, value);
        column.getStyleClass().addAll(styles);
        return column;
    }

    private RunColumn column(String name, double width, Supplier<TableCell<RunRow, RowFacts>> cell, SortValue order,
            Function<RowFacts, Cell> value) {
        var column = new RunColumn(name, messages.get("column." + name), cell, order, value);
        column.setPrefWidth(width);
        column.setMinWidth(56);
        return column;
    }

    /** A cell that holds the words it shows; the sign for nothing is no words. */
    private static Function<RowFacts, Cell> words(Function<Run, String> text) {
        return facts -> {
            var said = text.apply(facts.run());
            return said.equals(Formats.NONE) ? Cell.NOTHING : Cell.text(said);
        };
    }

    private static Function<RowFacts, Cell> day(Function<Run, Optional<LocalDate>> day) {
        return facts -> Cell.day(day.apply(facts.run()));
    }

    private static Function<RowFacts, Cell> number(Function<Run, OptionalLong> number) {
        return facts -> Cell.number(number.apply(facts.run()));
    }

    private Function<RowFacts, Cell> money(Function<Run, Optional<BigDecimal>> amount) {
        return facts -> Cell.money(amount.apply(facts.run()), texts.currency(facts.run()));
    }

    private SortValue byName(Function<RowFacts, String> name) {
        return new SortValue.Text(facts -> names.key(name.apply(facts)));
    }

    /** Runs without such a day come before all others. */
    private static SortValue byDay(Function<Run, Optional<LocalDate>> day) {
        return new SortValue.Number(facts -> day.apply(facts.run()).map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE));
    }

    private static SortValue byNumber(ToLongFunction<Run> number) {
        return new SortValue.Number(facts -> number.applyAsLong(facts.run()));
    }

    private static OptionalLong suspense(Run run) {
        return run instanceof BillRun regular ? regular.suspense() : OptionalLong.empty();
    }

    private static long products(Run run) {
        return run instanceof AdhocBillRun adhoc ? adhoc.productCount() : 0;
    }

    private static long statusOrder(Run run) {
        return run.status().map(status -> status instanceof Enum<?> known ? known.ordinal() : 99).orElse(-1);
    }

    private static long stageOrder(Run run) {
        return run.stage().map(Stage::order).map(order -> order.orElse(99)).orElse(-1) * 101L
                + run.percentage().orElse(0);
    }
}
