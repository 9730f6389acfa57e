package org.billrunconsole.ui.plan.panel;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.billrunconsole.domain.Connection;
import org.billrunconsole.domain.Progress;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.plan.PlanPhase;
import org.billrunconsole.domain.plan.PlanSnapshot;
import org.billrunconsole.domain.plan.RunInPlan;
import org.billrunconsole.domain.plan.RunStanding;
import org.billrunconsole.domain.plan.RunVerdict;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.runs.plan.Plans;
import org.billrunconsole.ui.plan.PlanWords;
import org.billrunconsole.work.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plans that an earlier console, or another one, began: nothing is sent for them until an operator says so. */
public final class InterruptedViewModel {

    private static final Logger LOG = LoggerFactory.getLogger(InterruptedViewModel.class);

    private static final Duration LOOKS_EVERY = Duration.ofSeconds(3);

    /**
     * A run of such a plan in words.
     *
     * @param left      where the plan left it
     * @param now       where it is
     * @param meanwhile what happened to it in between, as far as can be told
     */
    record Row(String name, String left, String now, String meanwhile) {}

    /** What is known of them. */
    sealed interface State {

        /** There is none. */
        record None() implements State {}

        /**
         * There is at least one; the oldest is told of.
         *
         * @param kind      of its runs, so of the tab that it belongs to
         * @param text      what it is and how far it came
         * @param checking  what keeps it from being resumed: something that is still being found out, or that it
         *                  distributes; empty if nothing
         * @param elsewhere whether another console runs it
         * @param rows      a line for each run
         */
        record Left(RunKind kind, String title, String text, String checking, boolean elsewhere, List<Row> rows)
                implements
                State {

            public Left {
                rows = List.copyOf(rows);
            }

            boolean canResume() {
                return !elsewhere && checking.isEmpty();
            }
        }
    }

    private final Plans plans;
    private final Connection connection;
    private final PlanWords words;
    private final Messages messages;
    private final Formats formats;
    private final Sentences sentences;
    private final Predicate<RunKey> outcomeUnknown;
    private final InstantSource clock;
    private final TaskRunner tasks;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.None());
    private final ReadOnlyStringWrapper refused = new ReadOnlyStringWrapper("");
    private Optional<PlanSnapshot> plan = Optional.empty();
    private Instant looked = Instant.MIN;
    private boolean reading;
    private boolean acting;

    /** @param outcomeUnknown whether it is still being found out what came of a run's last change */
    public InterruptedViewModel(Plans plans, Connection connection, PlanWords words, Messages messages, Formats formats,
            Sentences sentences,
            Predicate<RunKey> outcomeUnknown, InstantSource clock, TaskRunner tasks) {
        this.plans = plans;
        this.connection = connection;
        this.words = words;
        this.messages = messages;
        this.formats = formats;
        this.sentences = sentences;
        this.outcomeUnknown = outcomeUnknown;
        this.clock = clock;
        this.tasks = tasks;
    }

    // ---- Properties

    /** Where a plan that is resumed goes on. */
    Connection connection() {
        return connection;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Of which kind the plan's runs are; empty if there is none. */
    public Optional<RunKind> kind() {
        return state.get() instanceof State.Left left ? Optional.of(left.kind()) : Optional.empty();
    }

    /** Why the last answer of the operator came to nothing; empty if it did not. */
    ReadOnlyStringProperty refusedProperty() {
        return refused.getReadOnlyProperty();
    }

    // ---- Commands

    /** Looks what there is, away from the window's thread. */
    public void look() {
        if (reading) {
            return;
        }
        reading = true;
        looked = clock.instant();
        tasks.run("unfinished plans", plans::unfinished, found -> {
            reading = false;
            show(found.stream().findFirst());
        }, e -> {
            reading = false;
            LOG.warn("Unfinished plans cannot be read", e);
        });
    }

    /** Runs have been read meanwhile, and what was being written may be known by now. */
    public void secondPassed() {
        if (plan.isPresent() && !acting && !looked.plus(LOOKS_EVERY).isAfter(clock.instant())) {
            look();
        }
    }

    /** Takes the plan on. */
    void resume() {
        plan.filter(_ -> state.get() instanceof State.Left left && left.canResume()).ifPresent(now -> act(
                "resume a plan", () -> plans.resume(now.plan().id())));
    }

    /** Ends it: what was not sent is not sent any more. */
    void leave() {
        plan.filter(_ -> state.get() instanceof State.Left left && !left.elsewhere()).ifPresent(now -> act(
                "leave a plan", () -> plans.leave(now.plan().id())));
    }

    // ---- Inside

    private void act(String name, Supplier<Optional<Plans.Refusal>> command) {
        if (acting) {
            return;
        }
        acting = true;
        refused.set("");
        tasks.run(name, command::get, why -> {
            acting = false;
            refused.set(why.map(each -> messages.get("plan.refused." + Sentences.key(each))).orElse(""));
            look();
        }, e -> {
            acting = false;
            LOG.error("Cannot {}", name, e);
            refused.set(messages.get("plan.refused.not-kept"));
        });
    }

    private void show(Optional<PlanSnapshot> found) {
        plan = found;
        state.set(found.<State>map(this::left).orElseGet(State.None::new));
    }

    private State.Left left(PlanSnapshot found) {
        var elsewhere = found.phase() == PlanPhase.RUN_ELSEWHERE;
        var done = found.count(RunVerdict.Outcome.DONE);
        var waiting = found.runs().stream().filter(run -> run.verdict().isEmpty() && run.began().isEmpty()).count();
        var time = formats.today(found.began()).equals(formats.today(clock.instant()))
                ? formats.timeOfDay(found.began())
                : formats.dateTime(found.began());
        var text = messages.get(elsewhere ? "plan.interrupted.elsewhere" : "plan.interrupted.text",
                found.runs().size(), time, done, waiting);
        var checking = found.runs().stream().filter(this::isBeingFoundOut).map(
                run -> run.planned().shown().label()).toList();
        return new State.Left(found.plan().runs().getFirst().key().kind(), words.title(found.plan()), text,
                inTheWay(found, checking), elsewhere, found.runs().stream().map(this::row).toList());
    }

    /** What keeps it from being resumed, besides another console. */
    private String inTheWay(PlanSnapshot found, List<String> checking) {
        return Stream.of(
                checking.isEmpty() ? "" : messages.get("plan.interrupted.checking", String.join(", ", checking)),
                found.plan().goal().isIrreversible() ? messages.get("plan.refused.irreversible") : "")
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private Row row(RunInPlan run) {
        var shown = run.planned().shown();
        return new Row(shown.label(), leftAt(run),
                run.now().map(now -> sentences.progress(Progress.of(now))).orElse(Formats.NONE), meanwhile(run));
    }

    private boolean isBeingFoundOut(RunInPlan run) {
        return run.standing() instanceof RunStanding.BeingFoundOut && outcomeUnknown.test(run.planned().key());
    }

    private String leftAt(RunInPlan run) {
        if (run.standing() instanceof RunStanding.BeingFoundOut(var action)) {
            return messages.get("plan.interrupted.left-sending", sentences.action(action));
        }
        if (run.verdict().isPresent()) {
            return words.outcome(run.verdict().get().outcome());
        }
        return run.lastSent()
                .map(action -> messages.get("plan.interrupted.left-after", sentences.action(action)))
                .orElseGet(() -> messages.get(run.began().isPresent() ? "plan.interrupted.begun"
                        : "plan.interrupted.not-begun"));
    }

    private String meanwhile(RunInPlan run) {
        if (run.standing() instanceof RunStanding.BeingFoundOut(var action)) {
            return isBeingFoundOut(run)
                    ? messages.get("plan.standing.being-found-out", sentences.action(action))
                    : messages.get("plan.interrupted.known");
        }
        if (run.verdict().isPresent()) {
            return run.verdict().flatMap(verdict -> words.why(verdict, run.planned().shown())).map(
                    PlanWords.Why::happened).orElse("");
        }
        if (run.now().isEmpty()) {
            return messages.get("plan.interrupted.not-listed");
        }
        var expected = run.lastSent().<Optional<Stage>>map(InterruptedViewModel::stageAfter).orElseGet(
                run.planned().shown()::stage);
        return run.now().flatMap(Run::stage).equals(expected)
                ? messages.get("plan.interrupted.nothing")
                : messages.get("plan.interrupted.moved", expected.map(sentences::stage).orElse(Formats.NONE),
                        run.now().flatMap(Run::stage).map(sentences::stage).orElse(Formats.NONE));
    }

    private static Optional<Stage> stageAfter(Action step) {
        return switch (step) {
            case CLOSE -> Optional.of(Stage.Known.REPORTING);
            case DRAFT_INVOICES -> Optional.of(Stage.Known.DRAFT_INVOICES);
            case FULL_INVOICES -> Optional.of(Stage.Known.FULL_INVOICES);
            case DISTRIBUTE -> Optional.of(Stage.Known.DISTRIBUTION);
            case REOPEN, CHANGE_INVOICE_DATE, CHANGE_NICKNAME, ADJUST_SCHEDULE -> Optional.empty();
        };
    }
}
