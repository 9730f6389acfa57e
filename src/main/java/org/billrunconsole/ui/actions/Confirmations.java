package org.billrunconsole.ui.actions;

import atlantafx.base.controls.ModalPane;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.billrunconsole.domain.Connection;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.domain.write.RequestFactory;
import org.billrunconsole.runs.review.RunAnalysis;
import org.billrunconsole.runs.write.RunActions;
import org.billrunconsole.runs.write.WriteResult;
import org.billrunconsole.runs.write.Writes;
import org.billrunconsole.work.TaskRunner;

/** Opens the confirmation of an action, over the window of one connection. For the window's thread only. */
public final class Confirmations {

    private final Connection connection;
    private final RequestFactory requests;
    private final Writes writes;
    private final RunActions runActions;
    private final RunAnalysis analysis;
    private final ConfirmDialog dialog;
    private final Supplier<Optional<ModalPane>> place;
    private final IntSupplier coolingSeconds;
    private final BiConsumer<Run, WriteResult> over;
    private final TaskRunner tasks;
    private Optional<ConfirmViewModel> open = Optional.empty();

    /**
     * @param place          where dialogs go; empty while there is no window
     * @param coolingSeconds how long an irreversible step on a production system is held back, asked for each
     * @param over           told what came of each that was sent
     */
    public Confirmations(Connection connection, RequestFactory requests, Writes writes, RunActions runActions,
            RunAnalysis analysis,
            ConfirmDialog dialog, Supplier<Optional<ModalPane>> place, IntSupplier coolingSeconds,
            BiConsumer<Run, WriteResult> over, TaskRunner tasks) {
        this.connection = connection;
        this.requests = requests;
        this.writes = writes;
        this.runActions = runActions;
        this.analysis = analysis;
        this.dialog = dialog;
        this.place = place;
        this.coolingSeconds = coolingSeconds;
        this.over = over;
        this.tasks = tasks;
    }

    /**
     * Opens one.
     *
     * @param run as it was shown when the operator asked for it
     */
    public void open(Action action, Run run) {
        var cooling = connection.kind() == ConnectionKind.PRODUCTION ? coolingSeconds.getAsInt() : 0;
        var model = new ConfirmViewModel(action, run, connection, requests, writes, runActions, analysis, tasks,
                cooling,
                result -> over.accept(run, result));
        open = Optional.of(model);
        place.get().ifPresent(modal -> dialog.show(model, modal));
    }

    /** Leaves the one that is open, unless it is being sent already. */
    public void cancel() {
        open.ifPresent(ConfirmViewModel::cancel);
    }
}
