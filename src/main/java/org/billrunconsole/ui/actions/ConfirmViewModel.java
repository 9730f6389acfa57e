package org.billrunconsole.ui.actions;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.Connection;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.lifecycle.ActionContext;
import org.billrunconsole.domain.lifecycle.Legality;
import org.billrunconsole.domain.lifecycle.Lifecycle;
import org.billrunconsole.domain.lifecycle.Reason;
import org.billrunconsole.domain.review.Check;
import org.billrunconsole.domain.review.CycleComparison;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.domain.write.ConfirmedWrite;
import org.billrunconsole.domain.write.RequestFactory;
import org.billrunconsole.domain.write.WireRequest;
import org.billrunconsole.i18n.DayReader;
import org.billrunconsole.runs.review.Checks;
import org.billrunconsole.runs.review.RunAnalysis;
import org.billrunconsole.runs.write.RunActions;
import org.billrunconsole.runs.write.WriteResult;
import org.billrunconsole.runs.write.Writes;
import org.billrunconsole.ui.kit.dialog.HoldBack;
import org.billrunconsole.work.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One confirmation: what is about to be sent, what the operator filled in, and what became of it. */
public final class ConfirmViewModel {

    /** Where the confirmation stands. */
    public enum State {
        /** The operator is looking and filling in. */
        OPEN,
        /** Confirmed, but held back for a few seconds in which it can still be cancelled. */
        COOLING,
        /** The write path is at work; nothing can be changed or sent again. */
        SENDING,
        /** It was not carried out, and {@link #resultProperty} says why; it may be tried again or left. */
        ANSWERED,
        /** It is over. */
        CLOSED
    }

    private static final Logger LOG = LoggerFactory.getLogger(ConfirmViewModel.class);

    private final Action action;
    private final Connection connection;
    private final RequestFactory requests;
    private final Writes writes;
    private final RunActions runActions;
    private final RunAnalysis analysis;
    private final TaskRunner tasks;
    private final Consumer<WriteResult> over;
    private final int coolingSeconds;

    private final ReadOnlyObjectWrapper<Run> run;
    private final ObjectProperty<Optional<LocalDate>> invoiceDate;
    private final StringProperty nickname;
    private final ObjectProperty<Integer> periods = new SimpleObjectProperty<>(0);
    /** What is wrong with a text from which no value could be taken. */
    private final ObjectProperty<Optional<ConfirmForm.Problem>> misread = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty typedName = new SimpleStringProperty("");
    private final StringProperty reason = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.OPEN);
    private final ReadOnlyObjectWrapper<Optional<ConfirmForm.Problem>> problem = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Reason>> denied = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<WireRequest>> request = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Check>> checks = new ReadOnlyObjectWrapper<>(List.of());
    private final HoldBack holdBack;
    private final ReadOnlyIntegerWrapper waited = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Optional<WriteResult>> result = new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * @param run            the run as the operator saw it when asking
     * @param coolingSeconds how long an irreversible step is held back after it was confirmed; 0 for not at all
     * @param over           told once how it ended, unless it was cancelled
     */
    public ConfirmViewModel(Action action, Run run, Connection connection, RequestFactory requests, Writes writes,
            RunActions runActions,
            RunAnalysis analysis, TaskRunner tasks, int coolingSeconds, Consumer<WriteResult> over) {
        this.action = action;
        this.connection = connection;
        this.requests = requests;
        this.writes = writes;
        this.runActions = runActions;
        this.analysis = analysis;
        this.tasks = tasks;
        this.over = over;
        this.coolingSeconds = coolingSeconds;
        this.run = new ReadOnlyObjectWrapper<>(run);
        holdBack = new HoldBack(() -> runActions.contextOf(run.key()).stale(), this::stopped,
                () -> confirmed().ifPresent(this::send));
        invoiceDate = new SimpleObjectProperty<>(run.invoiceDate());
        nickname = new SimpleStringProperty(
                run instanceof AdhocBillRun adhoc ? adhoc.nickname().orElse("") : "");
        for (var input : List.<ObservableValue<?>>of(invoiceDate, misread, nickname, periods, typedName, reason)) {
            input.addListener(_ -> derive());
        }
        derive();
    }

    // ---- Properties

    public Action action() {
        return action;
    }

    public Connection connection() {
        return connection;
    }

    /** The run the confirmation is about; replaced when it turns out to have changed. */
    public ReadOnlyObjectProperty<Run> runProperty() {
        return run.getReadOnlyProperty();
    }

    public ObjectProperty<Optional<LocalDate>> invoiceDateProperty() {
        return invoiceDate;
    }

    public StringProperty nicknameProperty() {
        return nickname;
    }

    public ObjectProperty<Integer> periodsProperty() {
        return periods;
    }

    public StringProperty typedNameProperty() {
        return typedName;
    }

    public StringProperty reasonProperty() {
        return reason;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What keeps the confirm button disabled. */
    public ReadOnlyObjectProperty<Optional<ConfirmForm.Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Why the action cannot be done any more, if that has turned out meanwhile. */
    public ReadOnlyObjectProperty<Optional<Reason>> deniedProperty() {
        return denied.getReadOnlyProperty();
    }

    /** Exactly what will be sent, as far as the input is complete. */
    public ReadOnlyObjectProperty<Optional<WireRequest>> requestProperty() {
        return request.getReadOnlyProperty();
    }

    /** Why it was not carried out. */
    public ReadOnlyObjectProperty<Optional<WriteResult>> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** What concerns this action of the run, with the dates as filled in; most serious first. */
    public ReadOnlyObjectProperty<List<Check>> checksProperty() {
        return checks.getReadOnlyProperty();
    }

    /** The run beside the earlier ones of its cycle; alone where there are none. */
    CycleComparison comparison(int earlier) {
        return run.get() instanceof BillRun regular ? analysis.comparison(regular, earlier)
                : new CycleComparison(List.of());
    }

    /** Seconds until a held-back step goes out. */
    public ReadOnlyIntegerProperty remainingProperty() {
        return holdBack.remainingProperty();
    }

    /** Why a step that was held back did not go out; empty again once it is confirmed anew. */
    public ReadOnlyObjectProperty<Optional<HoldBack.Stop>> stoppedProperty() {
        return holdBack.stoppedProperty();
    }

    /** Seconds for which the server has been waited for, while the state is {@link State#SENDING}. */
    public ReadOnlyIntegerProperty waitedProperty() {
        return waited.getReadOnlyProperty();
    }

    /** True if the server does not say that the stage before is done. */
    public boolean isUnproven() {
        return Lifecycle.judge(run.get(), action, context()) instanceof Legality.Allowed(var unproven) && unproven;
    }

    /** True if it cannot be undone, or is done to a production system: then the Enter key never confirms it. */
    public boolean isGrave() {
        return !action.isUndoable(canReopen()) || connection.kind() == ConnectionKind.PRODUCTION;
    }

    /** True if this connection can take back what reopening takes back. */
    boolean canReopen() {
        return context().reopenConfigured();
    }

    // ---- Commands

    /** What is written as the invoice date is this now; nothing is sent of a text that is no day. */
    void writeInvoiceDate(DayReader.Reading reading) {
        invoiceDate.set(reading.asDay());
        misread.set(switch (reading) {
            case DayReader.Day _ -> Optional.empty();
            case DayReader.NoDay why -> Optional.of(switch (why) {
                case BLANK -> ConfirmForm.Problem.DATE_MISSING;
                case NOT_IN_CALENDAR -> ConfirmForm.Problem.DATE_NOT_IN_CALENDAR;
                case TWO_WAYS -> ConfirmForm.Problem.DATE_TWO_WAYS;
                case UNCLEAR -> ConfirmForm.Problem.DATE_UNCLEAR;
            });
        });
    }

    /** So many periods are written to move by; empty if the text is no number within the range. */
    void writePeriods(OptionalInt written) {
        periods.set(written.orElse(0));
        misread.set(written.isPresent() ? Optional.empty() : Optional.of(ConfirmForm.Problem.PERIODS_OUT_OF_RANGE));
    }

    /** Sends it, once, if nothing is missing. */
    public void confirm() {
        var ready = state.get() == State.OPEN || state.get() == State.ANSWERED;
        if (!ready || problem.get().isPresent() || denied.get().isPresent()) {
            return;
        }
        holdBack.begin(action.isIrreversible() ? coolingSeconds : 0);
        if (holdBack.isHolding()) {
            state.set(State.COOLING);
        } else {
            confirmed().ifPresent(this::send);
        }
    }

    /** A second has passed: of the holding back, or of the waiting for the server. */
    public void secondPassed() {
        if (state.get() == State.SENDING) {
            waited.set(waited.get() + 1);
        }
        holdBack.secondPassed();
    }

    /** Another card lies over this one: what is held back is not sent, since nobody can see it go. */
    public void covered() {
        holdBack.covered();
    }

    /** Leaves it. While it is being sent there is nothing left to cancel. */
    public void cancel() {
        if (state.get() != State.SENDING) {
            holdBack.cancel();
            state.set(State.CLOSED);
        }
    }

    // ---- Inside

    /** What is on the screen, request and all; empty while something is missing. */
    private Optional<ConfirmedWrite> confirmed() {
        return form().command().flatMap(command -> request.get().map(
                shown -> new ConfirmedWrite(command, run.get(), shown, reason.get())));
    }

    private void stopped() {
        state.set(State.OPEN);
        derive();
    }

    private void send(ConfirmedWrite confirmed) {
        waited.set(0);
        state.set(State.SENDING);
        result.set(Optional.empty());
        tasks.run("send " + action, () -> writes.perform(confirmed), this::answered,
                this::broke);
    }

    private void answered(WriteResult answer) {
        switch (answer) {
            case WriteResult.Done _,WriteResult.Unknown _ -> {
                state.set(State.CLOSED);
                over.accept(answer);
            }
            case WriteResult.ChangedMeanwhile(var now, _) -> {
                run.set(now);
                // What was typed to confirm was about the run as it had been.
                typedName.set("");
                stay(answer);
            }
            case WriteResult.Refused _,WriteResult.NotSent _,WriteResult.NotAllowed _,WriteResult.AlreadyUnderWay _,WriteResult.JournalFailed _ ->
                    stay(answer);
        }
    }

    private void stay(WriteResult answer) {
        result.set(Optional.of(answer));
        derive();
        state.set(State.ANSWERED);
    }

    private void broke(Exception e) {
        // The write path reports everything it expects; what it does not may have happened after sending.
        LOG.error("The write path failed unexpectedly", e);
        state.set(State.CLOSED);
        over.accept(new WriteResult.Unknown(Optional.empty()));
    }

    private void derive() {
        checks.set(analysis.checks(action, withDate(), periods.get()));
        var form = form();
        problem.set(misread.get().or(form::problem));
        denied.set(Lifecycle.judge(run.get(), action, context()).whyNot());
        request.set(form.command().map(command -> requests.request(command, run.get())));
    }

    /** True if a warning has to be acknowledged with a reason. */
    public boolean needsReason() {
        return Checks.needReason(action, checks.get()) || isDateFar();
    }

    /** A date far from the period that somebody has just chosen may be a slip of the hand. */
    private boolean isDateFar() {
        return setsDate() && !invoiceDate.get().equals(run.get().invoiceDate())
                && checks.get().stream().anyMatch(check -> check.kind() == Check.Kind.INVOICE_DATE_FAR);
    }

    private boolean setsDate() {
        return action == Action.CLOSE || action == Action.CHANGE_INVOICE_DATE;
    }

    /** A run under way or stale is for the write path to judge, which reads it again first. */
    private ActionContext context() {
        return runActions.contextOf(run.get().key()).withActionUnderWay(false).withData(ActionContext.Data.FRESH);
    }

    private Run withDate() {
        return setsDate() && invoiceDate.get().isPresent() ? run.get().withInvoiceDate(invoiceDate.get().get())
                : run.get();
    }

    /** What is filled in. */
    ConfirmForm form() {
        return new ConfirmForm(action, run.get(), invoiceDate.get(), nickname.get(), periods.get(), typedName.get(),
                reason.get(), needsReason());
    }
}
