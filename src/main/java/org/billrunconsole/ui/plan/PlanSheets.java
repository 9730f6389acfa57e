package org.billrunconsole.ui.plan;

import atlantafx.base.controls.ModalPane;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.billrunconsole.domain.Connection;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.plan.PlanGoal;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.domain.write.Origin;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.runs.ReferenceData;
import org.billrunconsole.runs.RunStore;
import org.billrunconsole.runs.plan.PlanPreparation;
import org.billrunconsole.runs.plan.Plans;
import org.billrunconsole.runs.write.RunActions;
import org.billrunconsole.ui.kit.Fxml;
import org.billrunconsole.ui.kit.dialog.ModalCard;
import org.billrunconsole.work.TaskRunner;

/** Opens the sheets of plans, over the window of one connection. For the window's thread only. */
public final class PlanSheets {

    private final Connection connection;
    private final RunStore store;
    private final PlanPreparation preparation;
    private final Plans plans;
    private final ReferenceData referenceData;
    private final RunActions runActions;
    private final Supplier<Origin> origin;
    private final Supplier<Optional<ModalPane>> place;
    private final IntSupplier coolingSeconds;
    private final Fxml fxml;
    private final PlanSheetWords words;
    private final Messages messages;
    private final Sentences sentences;
    private final InstantSource clock;
    private final TaskRunner tasks;
    private final Executor window;
    private Optional<PlanSheetViewModel> open = Optional.empty();

    /**
     * @param origin         who starts a plan, asked then
     * @param place          where dialogs go; empty while there is no window
     * @param coolingSeconds how long distribution on a production system is held back, asked for each
     */
    public PlanSheets(Connection connection, RunStore store, PlanPreparation preparation, Plans plans,
            ReferenceData referenceData, RunActions runActions, Supplier<Origin> origin,
            Supplier<Optional<ModalPane>> place, IntSupplier coolingSeconds, Fxml fxml, PlanSheetWords words,
            Messages messages, Sentences sentences, InstantSource clock, TaskRunner tasks, Executor window) {
        this.connection = connection;
        this.store = store;
        this.preparation = preparation;
        this.plans = plans;
        this.referenceData = referenceData;
        this.runActions = runActions;
        this.origin = origin;
        this.place = place;
        this.coolingSeconds = coolingSeconds;
        this.fxml = fxml;
        this.words = words;
        this.messages = messages;
        this.sentences = sentences;
        this.clock = clock;
        this.tasks = tasks;
        this.window = window;
    }

    /**
     * Opens one with the runs as they are now; from here on it follows nothing that is read.
     *
     * @param runs in the order in which the list shows them; those that are not listed any more are left out
     */
    public void open(PlanGoal goal, List<RunKey> runs) {
        var chosen = runs.stream().flatMap(key -> store.find(key).stream()).toList();
        if (chosen.isEmpty() || place.get().isEmpty()) {
            return;
        }
        var holdSeconds = connection.kind() == ConnectionKind.PRODUCTION ? coolingSeconds.getAsInt() : 0;
        var model = new PlanSheetViewModel(goal, chosen, connection, preparation, plans, referenceData, runActions,
                origin, holdSeconds, clock, tasks, window);
        open = Optional.of(model);
        show(model, place.get().get());
    }

    /** Leaves the one that is open, unless its plan is being started already. */
    public void cancel() {
        open.ifPresent(PlanSheetViewModel::cancel);
    }

    private void show(PlanSheetViewModel model, ModalPane over) {
        var distribution = model.goalProperty().get().equals(new PlanGoal.OneStep(Action.DISTRIBUTE))
                ? Optional.of(new DistributionViewModel(model))
                : Optional.<DistributionViewModel>empty();
        var controller = new PlanSheetController(model, distribution, words, messages, sentences);
        ModalCard.show(fxml.load(controller), over, controller::first).ifPresentOrElse(card -> {
            var covered = over.contentProperty().subscribe(content -> {
                if (content != card) {
                    model.covered();
                }
            });
            model.stateProperty().addListener((_, _, state) -> {
                if (state == PlanSheetViewModel.State.CLOSED) {
                    covered.unsubscribe();
                    card.close();
                }
            });
        }, model::cancel);
    }
}
