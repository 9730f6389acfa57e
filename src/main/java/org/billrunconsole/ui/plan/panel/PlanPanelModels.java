package org.billrunconsole.ui.plan.panel;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.billrunconsole.domain.Connection;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.runs.ReferenceData;
import org.billrunconsole.runs.plan.PlanEstimate;
import org.billrunconsole.runs.plan.Plans;
import org.billrunconsole.runs.review.RunAnalysis;
import org.billrunconsole.ui.plan.PlanWords;
import org.billrunconsole.work.TaskRunner;

/**
 * What a connection's window shows of its plans.
 *
 * @param panel       the one that runs here, or the last one that did
 * @param interrupted those that an earlier console, or another one, began
 * @param notices     news of the one that runs here
 * @param results     makes a table of how the runs of a plan of the past ended
 */
public record PlanPanelModels(Plans plans, PlanPanelViewModel panel, InterruptedViewModel interrupted,
        PlanPanelNotices notices, Supplier<PlanResultsViewModel> results) implements AutoCloseable {

    /** @param teller shows news of a plan, as far as the operator wants that */
    public static PlanPanelModels of(Plans plans, Connection connection, RunAnalysis analysis,
            ReferenceData referenceData,
            Messages messages, Formats formats, Sentences sentences, InstantSource clock, TaskRunner tasks,
            Executor window, PlanPanelNotices.Teller teller) {
        var words = new PlanWords(messages, formats, sentences, referenceData::currencyOf);
        var estimate = new PlanEstimate(analysis);
        Supplier<PlanResultsViewModel> results = () -> new PlanResultsViewModel(words, messages, formats,
                referenceData::knownCurrencyOf, tasks);
        var picture = new PlanPanelPicture(words, messages, formats, sentences,
                new PlanPanelPicture.TimeLeft(analysis::left, estimate::of));
        return new PlanPanelModels(plans,
                new PlanPanelViewModel(plans, picture, results.get(), clock, tasks, window),
                new InterruptedViewModel(plans, connection, words, messages, formats, sentences,
                        analysis::isOutcomeUnknown,
                        clock, tasks),
                new PlanPanelNotices(plans, words, messages, clock, teller, window), results);
    }

    /** Words that tell time have grown old by a second, and what was held back may be due. */
    public void secondPassed() {
        panel.secondPassed();
        interrupted.secondPassed();
        notices.secondPassed();
    }

    @Override
    public void close() {
        panel.close();
        notices.close();
    }
}
