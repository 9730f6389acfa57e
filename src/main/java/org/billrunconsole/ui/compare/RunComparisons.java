package org.billrunconsole.ui.compare;

import atlantafx.base.controls.ModalPane;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import org.billrunconsole.domain.Connection;
import org.billrunconsole.domain.Run;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.runs.CustomerDirectory;
import org.billrunconsole.runs.ReferenceData;
import org.billrunconsole.runs.RunStore;
import org.billrunconsole.ui.kit.Fxml;
import org.billrunconsole.ui.kit.WhileShown;
import org.billrunconsole.ui.kit.dialog.ModalCard;
import org.billrunconsole.work.TaskRunner;

/** Opens the comparison of two runs of a connection. */
public final class RunComparisons {

    /** The earlier run stands on the left, so that what the later one has more is a plus. */
    private static final Comparator<Run> EARLIER_FIRST = Comparator
            .comparing((Run run) -> run.created().orElse(LocalDate.MAX))
            .thenComparing(Run::id);

    private final Connection connection;
    private final RunStore store;
    private final RunComparison comparison;
    private final Supplier<Optional<ModalPane>> over;
    private final ObservableValue<String> live;
    private final Fxml fxml;
    private final Messages messages;
    private final Sentences sentences;
    private final TaskRunner tasks;
    private final Executor window;

    /**
     * @param over where dialogs go
     * @param live how fresh the runs are, in words
     */
    public RunComparisons(Connection connection, RunStore store, ReferenceData referenceData,
            CustomerDirectory customers, Supplier<Optional<ModalPane>> over, ObservableValue<String> live, Fxml fxml,
            Messages messages, Formats formats, Sentences sentences, TaskRunner tasks, Executor window) {
        this.connection = connection;
        this.store = store;
        this.comparison = new RunComparison(messages, formats, sentences, referenceData, customers);
        this.over = over;
        this.live = live;
        this.fxml = fxml;
        this.messages = messages;
        this.sentences = sentences;
        this.tasks = tasks;
        this.window = window;
    }

    /** Opens the comparison of two runs of one kind over the window, unless another dialog is open. */
    public void open(Run one, Run other) {
        over.get().filter(pane -> !pane.isDisplay()).ifPresent(pane -> {
            var runs = List.of(one, other).stream().sorted(EARLIER_FIRST).toList();
            var model = new CompareViewModel(runs.getFirst(), runs.getLast(), store, comparison, tasks, window);
            var card = new AtomicReference<Optional<ModalCard>>(Optional.empty());
            var controller = new CompareController(model, connection, live,
                    () -> card.get().ifPresent(ModalCard::close), messages, sentences);
            var content = fxml.load(controller);
            // However it goes, also with the window's content: nothing is compared that nobody sees.
            WhileShown.subscribe(content, _ -> {
                model.follow();
                return model::close;
            });
            card.set(ModalCard.show(content, pane, controller::first));
        });
    }
}
