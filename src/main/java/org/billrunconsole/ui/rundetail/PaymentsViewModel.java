package org.billrunconsole.ui.rundetail;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.review.customer.AdhocPayments;
import org.billrunconsole.work.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the invoices of the ad hoc run in the pane were paid; read when somebody asks for it. */
public final class PaymentsViewModel {

    /** What is known of them. */
    sealed interface State {

        /** Nothing is paid yet, or the run is a regular one, for which the API has no payments. */
        record None() implements State {}

        /** They can be read. */
        record Offered() implements State {}

        /** They are being read. */
        record Reading() implements State {}

        /** They were read. */
        record Known(AdhocPayments payments) implements State {}

        /** They could not be read for a reason that nobody foresaw. */
        record Broken() implements State {}
    }

    private static final Logger LOG = LoggerFactory.getLogger(PaymentsViewModel.class);

    private final Function<RunKey, AdhocPayments> reader;
    private final TaskRunner tasks;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.None());
    private Optional<RunKey> shown = Optional.empty();

    /** @param reader reads them; blocks */
    public PaymentsViewModel(Function<RunKey, AdhocPayments> reader, TaskRunner tasks) {
        this.reader = reader;
        this.tasks = tasks;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Follows the run in the pane; what was read of it stays. */
    void show(Optional<Run> run) {
        var paid = run.filter(PaymentsViewModel::hasPayments).map(Run::key);
        if (!paid.equals(shown)) {
            shown = paid;
            state.set(paid.isPresent() ? new State.Offered() : new State.None());
        }
    }

    /** Reads them, at first or again. */
    void read() {
        shown.filter(_ -> !(state.get() instanceof State.Reading)).ifPresent(run -> {
            state.set(new State.Reading());
            tasks.run("payments of a run", () -> reader.apply(run), payments -> {
                if (shown.equals(Optional.of(run))) {
                    state.set(new State.Known(payments));
                }
            }, e -> {
                LOG.error("The payments of {} cannot be read", run.path(), e);
                if (shown.equals(Optional.of(run))) {
                    state.set(new State.Broken());
                }
            });
        });
    }

    private static boolean hasPayments(Run run) {
        return run.key().kind() == RunKind.ADHOC && run.stage()
                .filter(stage -> stage instanceof Stage.Known known && known.isPastDistribution()).isPresent();
    }
}
