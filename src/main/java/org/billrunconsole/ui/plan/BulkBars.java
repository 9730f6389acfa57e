package org.billrunconsole.ui.plan;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.plan.PlanGoal;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.ui.kit.Fxml;
import org.billrunconsole.ui.kit.command.RunOffer;

/** The bars of what is chosen, one for each list of a connection. */
public record BulkBars(BulkBarViewModel regular, BulkBarViewModel adhoc, PlanSheetWords words, Messages messages,
        Fxml fxml) implements AutoCloseable {

    /** Makes the bar of a kind's list, which is there only while runs are chosen. */
    public Region create(RunKind kind) {
        return (Region) fxml.load(new BulkBarController(model(kind), words, messages));
    }

    /** What the bar of a kind's list offers now, for a menu; in groups. */
    public List<List<RunOffer>> offers(RunKind kind) {
        var model = model(kind);
        var figures = model.figuresProperty().get();
        var steps = new ArrayList<RunOffer>();
        figures.steps().forEach((step, able) -> steps.add(new RunOffer("menu-bulk-" + Sentences.key(step),
                words.offer(step, able, false), true, () -> model.request(new PlanGoal.OneStep(step)))));
        model.problemProperty().get().ifPresent(what -> steps.add(new RunOffer("menu-bulk-problem",
                messages.get("bulk.problem." + Sentences.key(what), BulkBarViewModel.MOST), false, () -> {})));
        var through = figures.through() == 0
                ? new RunOffer("menu-bulk-through", messages.get("bulk.through"), false, () -> {})
                : new RunOffer("menu-bulk-through", messages.get("bulk.through.count", figures.through()), true,
                        () -> model.request(PlanGoal.RunThrough.FULL_INVOICES_READY));
        return List.of(steps, List.of(through), List.of(new RunOffer("menu-bulk-clear",
                messages.get("bulk.clear.tip"), true, model::clear)));
    }

    private BulkBarViewModel model(RunKind kind) {
        return switch (kind) {
            case REGULAR -> regular;
            case ADHOC -> adhoc;
        };
    }

    @Override
    public void close() {
        regular.close();
        adhoc.close();
    }
}
