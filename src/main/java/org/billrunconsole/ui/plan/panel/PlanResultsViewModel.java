package org.billrunconsole.ui.plan.panel;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.plan.PlanSnapshot;
import org.billrunconsole.domain.plan.RunInPlan;
import org.billrunconsole.domain.plan.RunVerdict;
import org.billrunconsole.export.Cell;
import org.billrunconsole.export.Column;
import org.billrunconsole.export.ExportTable;
import org.billrunconsole.export.Line;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.runs.plan.Plans;
import org.billrunconsole.ui.kit.TabSeparated;
import org.billrunconsole.ui.kit.Tone;
import org.billrunconsole.ui.kit.export.ExportSource;
import org.billrunconsole.ui.plan.PlanWords;
import org.billrunconsole.work.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the runs of a plan ended: to look at, to copy and to save. */
public final class PlanResultsViewModel implements ExportSource {

    private static final Logger LOG = LoggerFactory.getLogger(PlanResultsViewModel.class);

    /**
     * How a run ended, in words.
     *
     * @param outcome in a word or two
     * @param why     what happened, what was not done and what to do; empty if it is done
     * @param amount  what it bills, in whole units of its currency, if that is known
     */
    record Row(RunKey run, String name, String outcome, Tone tone, String why, String took, String money,
            OptionalLong amount, Optional<String> currency, Optional<Instant> began, Optional<Instant> ended) {}

    /** What can be looked at. */
    sealed interface State {

        /** Nothing yet. */
        record Nothing() implements State {}

        /** It is being read. */
        record Reading() implements State {}

        /** The results of a plan, by its name. */
        record Shown(String title, String counts) implements State {}

        /** This plan is not kept here any more, or cannot be read. */
        record NotKept() implements State {}
    }

    private final PlanWords words;
    private final Messages messages;
    private final Formats formats;
    private final Function<Run, Optional<String>> currency;
    private final TaskRunner tasks;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Nothing());

    /** @param currency code of a run's currency */
    public PlanResultsViewModel(PlanWords words, Messages messages, Formats formats,
            Function<Run, Optional<String>> currency, TaskRunner tasks) {
        this.words = words;
        this.messages = messages;
        this.formats = formats;
        this.currency = currency;
        this.tasks = tasks;
    }

    // ---- Properties

    ObservableList<Row> rows() {
        return rows;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    // ---- Commands

    /** Shows how the runs of a plan ended, as far as they have. */
    void show(PlanSnapshot plan) {
        var now = plan.runs().stream().map(this::row).toList();
        if (!now.equals(rows)) {
            rows.setAll(now);
        }
        state.set(new State.Shown(words.title(plan.plan()), counts(plan)));
    }

    /** Shows those of a plan that was kept; it is read away from the window's thread. */
    void read(Plans plans, UUID plan) {
        state.set(new State.Reading());
        tasks.run("results of a plan", () -> plans.kept(plan), kept -> kept.ifPresentOrElse(this::show,
                () -> state.set(new State.NotKept())), e -> {
                    LOG.warn("The results of plan {} cannot be read", plan, e);
                    state.set(new State.NotKept());
                });
    }

    /** All of it as tab-separated text with headers. */
    String text() {
        var table = new ArrayList<List<String>>();
        table.add(titles("run", "number", "outcome", "why", "took", "amount", "currency", "began", "ended"));
        rows.forEach(row -> table.add(List.of(row.name(), Long.toString(row.run().id()), row.outcome(), row.why(),
                row.took(), row.amount().isPresent() ? Long.toString(row.amount().getAsLong()) : "",
                row.currency().orElse(""), row.began().map(formats::dateTime).orElse(""),
                row.ended().map(formats::dateTime).orElse(""))));
        return TabSeparated.of(table);
    }

    @Override
    public String fileName() {
        return messages.get("export.file.plan");
    }

    @Override
    public int shown() {
        return rows.size();
    }

    @Override
    public Supplier<ExportTable> table(boolean chosenOnly) {
        var shown = List.copyOf(rows);
        var columns = new ArrayList<Column>();
        titles("run", "number", "outcome", "why", "took").forEach(title -> columns.add(new Column(title)));
        columns.add(new Column(messages.get("plan.results.column.amount"),
                Optional.of(messages.get("plan.results.column.currency"))));
        titles("began", "ended").forEach(title -> columns.add(new Column(title)));
        return () -> new ExportTable(messages.get("plan.results"), columns,
                shown.stream().map(PlanResultsViewModel::line).toList());
    }

    // ---- Inside

    private Row row(RunInPlan run) {
        var shown = run.planned().shown();
        var verdict = run.verdict();
        return new Row(run.planned().key(), shown.label(),
                verdict.map(RunVerdict::outcome).map(words::outcome).orElseGet(() -> messages.get("plan.not-over")),
                verdict.map(RunVerdict::outcome).map(PlanResultsViewModel::tone).orElse(Tone.ACCENT),
                verdict.flatMap(each -> words.why(each, shown)).map(PlanWords.Why::whole).orElse(""),
                run.took().map(words::length).orElse(Formats.NONE), words.money(shown),
                shown.revenue(), currency.apply(shown), run.began(), run.ended());
    }

    private static Tone tone(RunVerdict.Outcome outcome) {
        return switch (outcome) {
            case DONE -> Tone.SUCCESS;
            case REFUSED -> Tone.DANGER;
            case NOT_SENT, UNKNOWN, STOPPED -> Tone.WARNING;
            case SKIPPED -> Tone.NEUTRAL;
        };
    }

    private String counts(PlanSnapshot plan) {
        return String.join(" · ", Stream.of(RunVerdict.Outcome.values())
                .filter(outcome -> plan.count(outcome) > 0)
                .map(outcome -> messages.get("plan.results.count", words.outcome(outcome), plan.count(outcome)))
                .toList());
    }

    private List<String> titles(String... names) {
        return Stream.of(names).map(name -> messages.get("plan.results.column." + name)).toList();
    }

    private static Line line(Row row) {
        return new Line.Row(List.of(Cell.text(row.name()), Cell.number(row.run().id()), Cell.text(row.outcome()),
                Cell.text(row.why()), row.took().equals(Formats.NONE) ? Cell.NOTHING : Cell.text(row.took()),
                Cell.money(row.amount().isPresent() ? Optional.of(BigDecimal.valueOf(row.amount().getAsLong()))
                        : Optional.empty(), row.currency()),
                Cell.moment(row.began()), Cell.moment(row.ended())));
    }
}
