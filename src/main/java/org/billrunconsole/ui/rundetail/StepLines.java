package org.billrunconsole.ui.rundetail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.billrunconsole.domain.Progress;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.history.RunHistory;
import org.billrunconsole.domain.history.StageVisit;
import org.billrunconsole.domain.lifecycle.StepRail;
import org.billrunconsole.domain.lifecycle.StepRail.State;
import org.billrunconsole.domain.lifecycle.StepRail.Step;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.runs.review.RunAnalysis;
import org.billrunconsole.ui.kit.look.ProgressLook;
import org.billrunconsole.ui.kit.look.RunLooks;
import org.billrunconsole.ui.rundetail.part.StepRailView;

/** The texts of the step rail: what was seen of past steps, of the present one, and of earlier runs. */
final class StepLines {

    private final Messages messages;
    private final Formats formats;
    private final Sentences sentences;
    private final RunLooks looks;
    private final RunAnalysis analysis;
    private final InstantSource clock;

    StepLines(Messages messages, Formats formats, Sentences sentences, RunLooks looks, RunAnalysis analysis,
            InstantSource clock) {
        this.messages = messages;
        this.formats = formats;
        this.sentences = sentences;
        this.looks = looks;
        this.analysis = analysis;
        this.clock = clock;
    }

    List<StepRailView.Line> of(Run run) {
        var progress = Progress.of(run);
        var history = analysis.history(run.key());
        return StepRail.of(run).steps().stream().map(entry -> line(run, progress, history, entry)).toList();
    }

    private StepRailView.Line line(Run run, Progress progress, RunHistory history, StepRail.Entry entry) {
        var running = entry.state() == State.CURRENT && !(progress instanceof Progress.Starting);
        var stalled = analysis.stall(run.key()).isPresent();
        var look = running ? looks.look(progress, stalled) : ProgressLook.NOTHING;
        return new StepRailView.Line(entry, name(run, progress, entry), running ? look.figure()
                : note(run, history, entry), look, running ? present(run, history) : "");
    }

    private String name(Run run, Progress progress, StepRail.Entry entry) {
        if (entry.step() == Step.AUTOMATIC && entry.state() == State.CURRENT
                && progress instanceof Progress.Running(var stage, _)) {
            return sentences.stage(stage);
        }
        return entry.step() == Step.AUTOMATIC
                ? messages.get("step.automatic." + Sentences.key(run.key().kind()))
                : sentences.step(entry.step());
    }

    /** The line under the running stage's bar. */
    private String present(Run run, RunHistory history) {
        var now = clock.instant();
        var parts = new ArrayList<String>();
        history.present().ifPresent(visit -> parts.add(messages.get(
                visit.entrySeen() ? "step.line.running" : "step.line.seen",
                formats.duration(Duration.between(visit.from(), now)))));
        analysis.left(run).ifPresent(left -> parts.add(left.isRange()
                ? messages.get("step.line.left.range", about(left.least()), about(left.most()))
                : messages.get("step.line.left", about(left.least()))));
        history.quietSince().ifPresent(when -> parts.add(messages.get("step.line.change",
                formats.duration(Duration.between(when, now)))));
        return String.join(" · ", parts);
    }

    /** An estimate is said in round figures: seconds would pretend to know. */
    private String about(Duration left) {
        return left.compareTo(Duration.ofSeconds(90)) < 0
                ? formats.duration(Duration.ofSeconds(Math.max(10, Math.round(left.toSeconds() / 10.0) * 10)))
                : formats.duration(Duration.ofMinutes(Math.round(left.toSeconds() / 60.0)));
    }

    private String note(Run run, RunHistory history, StepRail.Entry entry) {
        if (entry.state() == State.DONE) {
            return done(history, entry.step());
        }
        return switch (entry.step()) {
            case REVIEW_DRAFTS -> messages.get("step.note.you-decide");
            case DISTRIBUTION -> messages.get("step.note.irreversible");
            case AUTOMATIC -> messages.get("step.note.automatic");
            case CLOSE_AND_REPORT -> usual(run, Stage.Known.REPORTING);
            case DRAFT_INVOICES -> usual(run, Stage.Known.DRAFT_INVOICES);
            case FULL_INVOICES -> usual(run, Stage.Known.FULL_INVOICES);
            case FINISHED -> "";
        };
    }

    private String usual(Run run, Stage.Known stage) {
        return analysis.usual(run, stage)
                .map(usual -> messages.get("step.usual", formats.duration(usual.last()), usual.runs()))
                .orElse("");
    }

    private String done(RunHistory history, Step step) {
        var visits = history.visits()
                .stream()
                .filter(visit -> visit.stage() instanceof Stage.Known known && StepRail.step(known) == step
                        && known != Stage.Known.PROPERTIES)
                .toList();
        if (visits.isEmpty() || step == Step.FINISHED) {
            return step == Step.FINISHED && !visits.isEmpty() ? formats.timeOfDay(visits.getLast().from()) : "";
        }
        var from = visits.getFirst();
        return end(visits.getLast()).map(until -> from.entrySeen()
                ? messages.get("step.done", formats.timeOfDay(from.from()), formats.timeOfDay(until),
                        formats.duration(Duration.between(from.from(), until)))
                : messages.get("step.done.until", formats.timeOfDay(until))).orElse("");
    }

    private static Optional<Instant> end(StageVisit visit) {
        return visit.done().or(visit::until);
    }
}
