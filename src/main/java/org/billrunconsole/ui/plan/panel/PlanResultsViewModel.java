package org.billrunconsole.ui.plan.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.plan.PlanSnapshot;
import org.billrunconsole.domain.plan.RunInPlan;
import org.billrunconsole.domain.plan.RunVerdict;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.runs.plan.Plans;
import org.billrunconsole.ui.kit.ChosenFile;
import org.billrunconsole.ui.kit.TabSeparated;
import org.billrunconsole.ui.kit.Tone;
import org.billrunconsole.ui.plan.PlanWords;
import org.billrunconsole.work.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the runs of a plan ended: to look at, to copy and to save. */
public final class PlanResultsViewModel {

    private static final Logger LOG = LoggerFactory.getLogger(PlanResultsViewModel.class);

    /**
     * How a run ended, in words.
     *
     * @param outcome in a word or two
     * @param why     what happened, what was not done and what to do; empty if it is done
     * @param amount  what it bills, in whole units without a currency sign; empty if that is not known
     */
    record Row(RunKey run, String name, String outcome, Tone tone, String why, String took, String money,
            String amount, String currency, String began, String ended) {}

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
    private final ReadOnlyStringWrapper saved = new ReadOnlyStringWrapper("");

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

    /** What came of the last attempt to save, in words. */
    ReadOnlyStringProperty savedProperty() {
        return saved.getReadOnlyProperty();
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
        return TabSeparated.of(table());
    }

    /**
     * Writes a file of comma-separated values away from the window's thread, and says what came of it.
     *
     * @param file where to, as the words name it
     */
    void export(ChosenFile file) {
        var text = TabSeparated.withCommas(table());
        tasks.run("export a plan's results", () -> {
            file.write(text);
            return file;
        }, _ -> saved.set(messages.get("saving.done", file)), e -> {
            LOG.warn("Cannot save the results of a plan as {}", file, e);
            saved.set(messages.get("saving.failed", file));
        });
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
                shown.revenue().isPresent() ? Long.toString(shown.revenue().getAsLong()) : "",
                currency.apply(shown).orElse(""),
                run.began().map(formats::dateTime).orElse(""), run.ended().map(formats::dateTime).orElse(""));
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

    private List<List<String>> table() {
        var table = new ArrayList<List<String>>();
        table.add(Stream.of("run", "number", "outcome", "why", "took", "amount", "currency", "began", "ended")
                .map(name -> messages.get("plan.results.column." + name))
                .toList());
        rows.forEach(row -> table.add(List.of(row.name(), Long.toString(row.run().id()), row.outcome(), row.why(),
                row.took(), row.amount(), row.currency(), row.began(), row.ended())));
        return table;
    }
}
