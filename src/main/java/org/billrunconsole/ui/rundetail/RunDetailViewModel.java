package org.billrunconsole.ui.rundetail;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.BillingUser;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.lifecycle.ActionContext;
import org.billrunconsole.domain.lifecycle.Lifecycle;
import org.billrunconsole.domain.review.Check;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.runs.CustomerDirectory;
import org.billrunconsole.runs.ReferenceData;
import org.billrunconsole.runs.RunStore;
import org.billrunconsole.runs.review.RunAnalysis;
import org.billrunconsole.runs.review.customer.RunReviews;
import org.billrunconsole.runs.write.RunActions;
import org.billrunconsole.runs.write.UnansweredWrite;
import org.billrunconsole.ui.kit.command.Offer;
import org.billrunconsole.ui.kit.command.RunCommand;
import org.billrunconsole.ui.rundetail.items.InventoryIdsViewModel;
import org.billrunconsole.ui.rundetail.json.JsonViewModel;
import org.billrunconsole.ui.rundetail.note.NoteViewModel;
import org.billrunconsole.ui.rundetail.timeline.TimelineViewModel;
import org.billrunconsole.work.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run in full: its fields, where it stands, and what may be done to it now. */
public final class RunDetailViewModel implements AutoCloseable {

    /** An operator's wish to do something to the run as it was shown at that moment. */
    @FunctionalInterface
    public interface ActionRequests {

        void request(Action action, Run shown);
    }

    /**
     * What the pane is filled with.
     *
     * @param day today, of which words for deadlines are
     */
    private record Content(Optional<Run> run, List<ActionState> actions, Optional<UnansweredWrite> unanswered,
            List<Check> checks, List<CheckLook> looks, LocalDate day) {}

    private static final Logger LOG = LoggerFactory.getLogger(RunDetailViewModel.class);

    private final RunStore store;
    private final ReferenceData referenceData;
    private final RunAnalysis analysis;
    private final RunActions runActions;
    private final JsonViewModel json;
    private final TimelineViewModel timeline;
    private final TaskRunner tasks;
    private final Executor window;
    private final ActionRequests requests;
    private final Consumer<BillRun> reviews;
    private final CustomerDirectory customers;
    private final PaymentsViewModel payments;
    private final CheckLooksViewModel looks;
    private final NoteViewModel note;
    private final Consumer<RunStore.Change> storeListener = this::arrived;
    private final Runnable contextListener = this::contextChanged;

    private final ReadOnlyObjectWrapper<Optional<Run>> run = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<ActionState>> actions = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<ActionState>> due = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<UnansweredWrite>> unanswered = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> closedBy = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Check>> checks = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper seconds = new ReadOnlyLongWrapper();
    private final ReadOnlyBooleanWrapper unshowable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<RunKey>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<RunKey> shown = Optional.empty();
    private boolean namingLargest;
    private List<RunCommand> commands = List.of();
    private Content content = new Content(Optional.empty(), List.of(), Optional.empty(), List.of(), List.of(),
            LocalDate.MIN);

    /**
     * @param json    a run in the API's own words, pretty-printed
     * @param reviews opens the review of an open run
     * @param payments follows the run that is shown
     * @param timeline follows the run that is shown, while it is looked at
     */
    public RunDetailViewModel(RunStore store, ReferenceData referenceData, RunAnalysis analysis, RunActions runActions,
            Function<Run, String> json, ActionRequests requests, Consumer<BillRun> reviews, CustomerDirectory customers,
            PaymentsViewModel payments, TimelineViewModel timeline, TaskRunner tasks, Executor window) {
        this.store = store;
        this.referenceData = referenceData;
        this.analysis = analysis;
        this.runActions = runActions;
        this.json = new JsonViewModel(json, tasks);
        this.timeline = timeline;
        this.tasks = tasks;
        this.window = window;
        this.requests = requests;
        this.reviews = reviews;
        this.customers = customers;
        this.payments = payments;
        looks = new CheckLooksViewModel(analysis.acknowledgements(), tasks, this::contextChanged);
        note = new NoteViewModel(analysis.notes(), tasks, window);
        store.addListener(storeListener);
        runActions.addListener(contextListener);
    }

    // ---- Properties

    /** Billing cycles and users, for the words of the pane. */
    ReferenceData referenceData() {
        return referenceData;
    }

    /** What is known of the run beyond its fields, for the words of the pane. */
    RunAnalysis analysis() {
        return analysis;
    }

    /** The run in the API's own words. */
    JsonViewModel json() {
        return json;
    }

    /** What has happened to the run. */
    TimelineViewModel timeline() {
        return timeline;
    }

    /** The run that is shown; empty while none is chosen. */
    public ReadOnlyObjectProperty<Optional<Run>> runProperty() {
        return run.getReadOnlyProperty();
    }

    /** True if the chosen run cannot be shown; nothing of any other run is left on the pane then. */
    public ReadOnlyBooleanProperty unshowableProperty() {
        return unshowable.getReadOnlyProperty();
    }

    /** Every action of the run's kind with whether it may be done now. */
    ReadOnlyObjectProperty<List<ActionState>> actionsProperty() {
        return actions.getReadOnlyProperty();
    }

    /** The step that is due; empty where nothing is left to do. */
    ReadOnlyObjectProperty<Optional<ActionState>> dueProperty() {
        return due.getReadOnlyProperty();
    }

    /** What is known of the run's last write, if it was not answered for. */
    public ReadOnlyObjectProperty<Optional<UnansweredWrite>> unansweredProperty() {
        return unanswered.getReadOnlyProperty();
    }

    /** Name of the user who closed the run, once it is known. */
    public ReadOnlyObjectProperty<Optional<String>> closedByProperty() {
        return closedBy.getReadOnlyProperty();
    }

    /** What somebody should look at before the next step, most serious first. */
    public ReadOnlyObjectProperty<List<Check>> checksProperty() {
        return checks.getReadOnlyProperty();
    }

    /** The same with who has looked at which. */
    CheckLooksViewModel looks() {
        return looks;
    }

    /** A list of inventory ids of its own to show. */
    InventoryIdsViewModel inventoryIds() {
        return new InventoryIdsViewModel(tasks);
    }

    /** Names of customers, as far as they are known. */
    CustomerDirectory customers() {
        return customers;
    }

    /** The operator's own note on the run. */
    public NoteViewModel note() {
        return note;
    }

    /** How the run's invoices were paid. */
    PaymentsViewModel payments() {
        return payments;
    }

    /**
     * Goes up by one when anything that the pane shows has changed, and all of it has been set: the pane is filled once
     * then, not once for each part.
     */
    ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /** The run that is to be shown, be it shown already or not. */
    ReadOnlyObjectProperty<Optional<RunKey>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Goes up by one a second while the pane is on the screen, for words that tell time. */
    public ReadOnlyLongProperty secondsProperty() {
        return seconds.getReadOnlyProperty();
    }

    /** True if this connection can take back what reopening takes back. */
    boolean canReopen() {
        return run.get().map(this::around).filter(ActionContext::reopenConfigured).isPresent();
    }

    /** A run as it was read last. */
    Optional<Run> find(RunKey key) {
        return store.find(key);
    }

    /** What the menu offers besides the run's actions. */
    List<RunCommand> commands() {
        return commands;
    }

    /** Every action of the run that is shown, the due step first; each asks for its dialog. */
    public List<Offer> offers(Sentences sentences) {
        return current().map(now -> Stream.concat(due.get().stream(), actions.get().stream())
                .distinct()
                .map(state -> new Offer(sentences.action(state.action()) + "…", now.label(),
                        state.legality().whyNot().map(reason -> sentences.reason(reason, state.action())),
                        () -> request(state.action())))
                .toList()).orElse(List.of());
    }

    /** Why the step that is due cannot be taken now, or why none is due; empty if it can, or no run is shown. */
    public Optional<String> whyNotDue(Sentences sentences) {
        return current().flatMap(_ -> due.get().or(() -> actions.get().stream().findFirst()))
                .flatMap(state -> state.legality().whyNot().map(reason -> sentences.reason(reason, state.action())));
    }

    // ---- Commands

    /** Connects what the menu offers besides the run's actions; before the first run is shown. */
    public void offer(List<RunCommand> offered) {
        commands = List.copyOf(offered);
    }

    /** Does something with the run that is shown, if it can be done. */
    void perform(RunCommand command) {
        current().ifPresent(command::perform);
    }

    /** Words that tell time have grown old by a second. */
    public void secondPassed() {
        if (run.get().isPresent()) {
            seconds.set(seconds.get() + 1);
        }
    }

    /** The chosen run's values are more than the pane can take: it shows that, rather than half of the run before. */
    void cannotShow(RuntimeException why) {
        LOG.error("The run {} cannot be shown", shown.map(RunKey::path).orElse(""), why);
        unshowable.set(true);
        due.set(Optional.empty());
        actions.set(List.of());
        checks.set(List.of());
        looks.show(Optional.empty(), List.of());
        payments.show(Optional.empty());
        note.show(Optional.empty());
        closedBy.set(Optional.empty());
        run.set(Optional.empty());
        content = content();
    }

    /**
     * Says which run is to be shown. The pane shows it with its next pulse, so that a run that is left again before
     * costs nothing; until then nothing can be done, neither to it nor to the run before.
     */
    public void choose(Optional<RunKey> key) {
        chosen.set(key);
    }

    /** Shows the chosen run, if it is not shown yet. */
    void showChosen() {
        if (!isChosenShown()) {
            shown = chosen.get();
            derive(shown.flatMap(store::find));
        }
    }

    /** Shows a run of the store, or nothing, at once. */
    public void show(Optional<RunKey> key) {
        choose(key);
        shown = key;
        derive(key.flatMap(store::find));
    }

    private boolean isChosenShown() {
        return shown.equals(chosen.get());
    }

    /** The run that is shown and chosen: the only one that anything may be done to. */
    private Optional<Run> current() {
        return run.get().filter(_ -> isChosenShown());
    }

    /** The operator has read what came of a write that was not answered for. */
    public void putOutcomeAway() {
        current().map(Run::key).ifPresent(runActions::putAway);
    }

    /** Offers again what the server has refused this user: perhaps the right has been given since. */
    public void tryAgain() {
        runActions.forgetRefusals();
    }

    /** Asks for an action's dialog, if the action may be done. */
    public void request(Action action) {
        current().ifPresent(now -> {
            if (Lifecycle.judge(now, action, around(now)).isAllowed()) {
                requests.request(action, now);
            }
        });
    }

    /** Opens the review of the run, if there can be one. */
    public void review() {
        current().filter(RunReviews::isPossible).ifPresent(now -> reviews.accept((BillRun) now));
    }

    /** Asks for the dialog of the step that is due. */
    public void requestDue() {
        due.get().ifPresent(state -> request(state.action()));
    }

    @Override
    public void close() {
        store.removeListener(storeListener);
        runActions.removeListener(contextListener);
        note.close();
    }

    // ---- Inside

    private void arrived(RunStore.Change change) {
        window.execute(() -> {
            for (var key : shown.stream().toList()) {
                if (change.removed().contains(key)) {
                    derive(Optional.empty());
                }
                change.updated().stream().filter(read -> read.key().equals(key)).findFirst().ifPresent(
                        read -> derive(Optional.of(read)));
            }
        });
    }

    private void contextChanged() {
        window.execute(() -> derive(run.get()));
    }

    private void derive(Optional<Run> now) {
        try {
            // All is found out before anything is shown, so that what is shown is about one run.
            set(now, now.flatMap(read -> Lifecycle.due(read).map(action -> judge(read, action))),
                    now.map(this::judgeAll).orElse(List.of()), now.map(analysis::checks).orElse(List.of()));
        } catch (RuntimeException e) {
            cannotShow(e);
        }
    }

    private void set(Optional<Run> now, Optional<ActionState> step, List<ActionState> states, List<Check> found) {
        var before = run.get();
        unshowable.set(false);
        unanswered.set(now.flatMap(read -> runActions.unanswered(read.key())));
        due.set(step);
        actions.set(states);
        checks.set(found);
        looks.show(now.map(Run::key), found);
        payments.show(now);
        note.show(now.map(Run::key));
        if (!closer(before).equals(closer(now))) {
            nameCloser(now);
        }
        run.set(now);
        if (unshowable.get()) {
            return;
        }
        var shownNow = content();
        if (!shownNow.equals(content)) {
            content = shownNow;
            changed();
        }
        if (!largest(before).equals(largest(now))) {
            nameLargest(now);
        }
    }

    private Content content() {
        return new Content(run.get(), actions.get(), unanswered.get(), checks.get(), looks.looksProperty().get(),
                analysis.today());
    }

    private void changed() {
        revision.set(revision.get() + 1);
    }

    /** Every action of a run with whether it may be done now. */
    List<ActionState> judgeAll(Run now) {
        return Lifecycle.actions(now.key().kind()).stream().map(action -> judge(now, action)).toList();
    }

    private ActionState judge(Run now, Action action) {
        return new ActionState(action, Lifecycle.judge(now, action, around(now)));
    }

    private ActionContext around(Run now) {
        return runActions.contextOf(now.key());
    }

    private static OptionalLong largest(Optional<Run> of) {
        return of.isPresent() && of.get() instanceof BillRun regular ? regular.maxInvoiceCustomerId()
                : OptionalLong.empty();
    }

    /** Asks for one customer at a time: whoever runs through the list asks for few, and of the last run at any rate. */
    private void nameLargest(Optional<Run> now) {
        var id = largest(now);
        if (namingLargest || id.isEmpty() || customers.knownName(id.getAsLong()).isPresent()) {
            return;
        }
        namingLargest = true;
        tasks.run("name of a customer", () -> customers.name(id.getAsLong()), found -> {
            if (found.isPresent() && largest(run.get()).equals(id)) {
                changed();
            }
            nameNextLargest(id);
        }, e -> {
            LOG.warn("The customer {} cannot be read: {}", id.getAsLong(), e.getMessage());
            nameNextLargest(id);
        });
    }

    private void nameNextLargest(OptionalLong before) {
        namingLargest = false;
        if (!largest(run.get()).equals(before)) {
            nameLargest(run.get());
        }
    }

    private static OptionalLong closer(Optional<Run> of) {
        return of.map(Run::closedBy).orElseGet(OptionalLong::empty);
    }

    private void nameCloser(Optional<Run> now) {
        var id = closer(now);
        if (id.isEmpty()) {
            closedBy.set(Optional.empty());
            return;
        }
        var known = referenceData.knownUser(id.getAsLong()).map(BillingUser::username);
        closedBy.set(known.or(() -> Optional.of("#" + id.getAsLong())));
        if (known.isPresent()) {
            return;
        }
        tasks.run("name of a user", () -> referenceData.user(id.getAsLong()), user -> {
            if (user.isPresent() && closer(run.get()).equals(id)) {
                closedBy.set(user.map(BillingUser::username));
                changed();
            }
        }, _ -> {
            // The number stays: a name is a nicety, and the client has logged why it is not to be had.
        });
    }
}
