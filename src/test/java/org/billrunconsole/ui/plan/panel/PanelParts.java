package org.billrunconsole.ui.plan.panel;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.billrunconsole.domain.Connection;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.runs.history.Estimates;
import org.billrunconsole.runs.plan.PlanEstimate;
import org.billrunconsole.testkit.InlineTasks;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.ui.plan.PlanWords;
import org.billrunconsole.work.TaskRunner;

/** The panel's models on plans that a test makes. */
public final class PanelParts {

    private static final Connection CONNECTION = new Connection("Elevate EU", ConnectionKind.PRODUCTION,
            URI.create("https://rest.example.com/v1"));

    public final PanelPlans plans = new PanelPlans();
    public final ManualTime time = new ManualTime();
    public final Messages messages = new Messages(Locale.UK);
    final Formats formats = new Formats(Locale.UK, ZoneOffset.UTC);
    final Sentences sentences = new Sentences(messages, formats);
    final PlanWords words = new PlanWords(messages, formats, sentences, PanelSamples::currency);
    public final Set<RunKey> unknown = new HashSet<>();
    final List<String> told = new ArrayList<>();
    TaskRunner tasks = new InlineTasks();
    public Optional<PlanEstimate.Range> end = Optional.empty();

    public PlanPanelViewModel panel(Executor window) {
        return new PlanPanelViewModel(plans, picture(), results(), time, tasks, window);
    }

    /** All that a window shows of plans. */
    public PlanPanelModels models(Executor window) {
        var panel = panel(window);
        return new PlanPanelModels(plans, panel, interrupted(), notices(), this::results);
    }

    InterruptedViewModel interrupted() {
        return new InterruptedViewModel(plans, CONNECTION, words, messages, formats, sentences, unknown::contains, time,
                tasks);
    }

    PlanPanelNotices notices() {
        return new PlanPanelNotices(plans, words, messages, time, (title, text, _) -> told.add(title + " | " + text),
                Runnable::run);
    }

    PlanPanelPicture picture() {
        return new PlanPanelPicture(words, messages, formats, sentences, new PlanPanelPicture.TimeLeft(
                run -> Optional.of(new Estimates.TimeLeft(Duration.ofMinutes(run.id() == 3 ? 9 : 14),
                        Duration.ofMinutes(run.id() == 3 ? 9 : 14), Estimates.Basis.PERCENTAGE, 0)),
                (_, _) -> end));
    }

    PlanResultsViewModel results() {
        return new PlanResultsViewModel(words, messages, formats, PanelSamples::currency, tasks);
    }

    /** As the design's picture says. */
    public static Optional<PlanEstimate.Range> designedEnd(Instant now) {
        var day = now.truncatedTo(ChronoUnit.DAYS);
        return Optional.of(new PlanEstimate.Range(day.plus(Duration.ofMinutes(15 * 60 + 40)), day.plus(
                Duration.ofMinutes(16 * 60 + 25))));
    }
}
