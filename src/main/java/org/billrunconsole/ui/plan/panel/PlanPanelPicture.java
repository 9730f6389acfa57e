package org.billrunconsole.ui.plan.panel;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.lifecycle.StepRail;
import org.billrunconsole.domain.plan.PlanGoal;
import org.billrunconsole.domain.plan.PlanPhase;
import org.billrunconsole.domain.plan.PlanSnapshot;
import org.billrunconsole.domain.plan.RunInPlan;
import org.billrunconsole.domain.plan.RunStanding;
import org.billrunconsole.domain.plan.RunVerdict;
import org.billrunconsole.domain.plan.RunVerdict.Outcome;
import org.billrunconsole.domain.plan.StopReason;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.runs.history.Estimates;
import org.billrunconsole.runs.plan.PlanEstimate;
import org.billrunconsole.ui.plan.PlanWords;
import org.billrunconsole.ui.plan.panel.PlanPanelLine.Mark;
import org.billrunconsole.ui.plan.panel.PlanPanelLine.Step;
import org.billrunconsole.ui.plan.panel.PlanPanelLine.StepState;

/** Draws up what the panel shows of a plan at one moment; on any thread, for it goes through all runs. */
public final class PlanPanelPicture {

    /** More links than these are no help. */
    private static final int MOST_LINKS = 6;

    /**
     * What is known of the time that things still take.
     *
     * @param run  how long the present stage of a run still takes
     * @param plan from when to when a plan may end
     */
    public record TimeLeft(Function<Run, Optional<Estimates.TimeLeft>> run,
            BiFunction<PlanSnapshot, Instant, Optional<PlanEstimate.Range>> plan) {}

    /** A plan and its runs in words. */
    record Drawn(PlanPanelHead head, List<PlanPanelLine> lines) {}

    private final PlanWords words;
    private final Messages messages;
    private final Formats formats;
    private final Sentences sentences;
    private final TimeLeft timeLeft;

    public PlanPanelPicture(PlanWords words, Messages messages, Formats formats, Sentences sentences,
            TimeLeft timeLeft) {
        this.words = words;
        this.messages = messages;
        this.formats = formats;
        this.sentences = sentences;
        this.timeLeft = timeLeft;
    }

    Drawn draw(PlanSnapshot plan, Instant now) {
        var steps = PlanPanelSteps.of(plan.plan());
        var lines = plan.runs().stream().map(run -> line(run, steps, plan)).toList();
        return new Drawn(head(plan, steps, lines, now), lines);
    }

    // ---- A run

    private PlanPanelLine line(RunInPlan run, List<Action> steps, PlanSnapshot plan) {
        var mark = mark(run);
        var shown = run.planned().shown();
        var states = PlanPanelSteps.states(plan.plan().goal(), steps, run);
        var where = where(run, plan);
        var whole = run.verdict().flatMap(verdict -> words.why(verdict, shown)).map(PlanWords.Why::advice).filter(
                advice -> !advice.isEmpty()).map(advice -> where + " " + advice).orElse(where);
        var money = words.money(shown);
        return new PlanPanelLine(run.planned().key(), mark, shown.label(), states, money, where, whole,
                accessible(mark, shown.label(), steps, states, money, whole),
                run.standing() instanceof RunStanding.NeedsProof(var stage) && !isOver(plan)
                        ? Optional.of(stage)
                        : Optional.empty());
    }

    private static boolean isOver(PlanSnapshot plan) {
        return switch (plan.phase()) {
            case RUNNING, PAUSED -> false;
            case STOPPING, ENDED, INTERRUPTED, RUN_ELSEWHERE -> true;
        };
    }

    private String accessible(Mark mark, String name, List<Action> steps, List<Step> states, String money,
            String whole) {
        var parts = new ArrayList<String>(List.of(name, messages.get("plan.mark." + Sentences.key(mark))));
        for (int i = 0; i < steps.size(); i++) {
            var step = states.get(i);
            if (step.state() != StepState.NONE) {
                parts.add(messages.get("row.spoken", stepName(steps.get(i)), stepWords(step)));
            }
        }
        parts.add(messages.get("row.spoken", messages.get("column.revenue"), money));
        parts.add(whole);
        return String.join(", ", parts);
    }

    private String stepName(Action step) {
        return sentences.step(switch (step) {
            case CLOSE -> StepRail.Step.CLOSE_AND_REPORT;
            case DRAFT_INVOICES -> StepRail.Step.DRAFT_INVOICES;
            case FULL_INVOICES -> StepRail.Step.FULL_INVOICES;
            case DISTRIBUTE -> StepRail.Step.DISTRIBUTION;
            case REOPEN, CHANGE_INVOICE_DATE, CHANGE_NICKNAME, ADJUST_SCHEDULE -> throw new IllegalArgumentException(
                    "Not a step of a plan: " + step);
        });
    }

    private String stepWords(Step step) {
        return step.state() == StepState.RUNNING && step.share().isPresent()
                ? messages.get("progress.percent", Math.round(step.share().getAsDouble() * 100))
                : messages.get("plan.step." + Sentences.key(step.state()));
    }

    private String where(RunInPlan run, PlanSnapshot plan) {
        var standing = words.standing(run, plan);
        return run.standing() instanceof RunStanding.InProgress
                ? run.now()
                        .flatMap(timeLeft.run())
                        .map(left -> messages.get("plan.panel.left", standing, left(left)))
                        .orElse(standing)
                : standing;
    }

    private String left(Estimates.TimeLeft left) {
        return left.isRange()
                ? messages.get("step.line.left.range", words.length(left.least()), words.length(left.most()))
                : messages.get("step.line.left", words.length(left.least()));
    }

    private static Mark mark(RunInPlan run) {
        return switch (run.standing()) {
            case RunStanding.WaitsForPlace _,RunStanding.WaitsForOperator _,RunStanding.Held _ -> Mark.WAITING;
            case RunStanding.Sending _,RunStanding.InProgress _ -> Mark.RUNNING;
            case RunStanding.NeedsProof _ -> Mark.NEEDS_WORD;
            case RunStanding.BeingFoundOut _ -> Mark.UNKNOWN;
            case RunStanding.Ended(var verdict) -> switch (verdict.outcome()) {
                case DONE -> Mark.DONE;
                case UNKNOWN -> Mark.UNKNOWN;
                case SKIPPED -> Mark.SKIPPED;
                case REFUSED, NOT_SENT, STOPPED -> Mark.STOPPED;
            };
        };
    }

    // ---- The whole

    private PlanPanelHead head(PlanSnapshot plan, List<Action> steps, List<PlanPanelLine> lines, Instant now) {
        var all = lines.stream().flatMap(line -> line.steps().stream()).filter(step -> step.state() != StepState.NONE)
                .toList();
        var done = all.stream().filter(step -> step.state() == StepState.DONE).count();
        var share = all.isEmpty() ? 1 : all.stream().mapToDouble(Step::done).sum() / all.size();
        var part = plan.runs().stream().filter(run -> !isSkipped(run)).map(run -> run.planned().shown()).toList();
        return new PlanPanelHead(plan.plan().id(), plan.plan().runs().getFirst().key().kind(), plan.phase(),
                words.title(plan.plan()), counts(plan), end(plan, now),
                messages.get("plan.panel.steps", done, all.size()), share, words.money(part),
                words.options(plan.plan().goal(), plan.plan().options()), plan.held().map(words::held),
                steps.stream().map(this::stepName).toList(), needs(plan));
    }

    private String counts(PlanSnapshot plan) {
        var skipped = plan.count(Outcome.SKIPPED);
        var stopped = plan.runs().stream().flatMap(run -> run.verdict().stream()).count() - skipped
                - plan.count(Outcome.DONE);
        return Stream.of(messages.get("plan.panel.done", plan.count(Outcome.DONE)),
                counted("plan.panel.running", plan.inProgress()), counted("plan.panel.stopped", stopped),
                counted("plan.panel.waiting", waiting(plan)), counted("plan.panel.skipped", skipped))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static long waiting(PlanSnapshot plan) {
        return plan.runs().stream().filter(run -> run.verdict().isEmpty() && run.began().isEmpty()).count();
    }

    private String counted(String key, long count) {
        return count == 0 ? "" : messages.get(key, count);
    }

    private String end(PlanSnapshot plan, Instant now) {
        return switch (plan.phase()) {
            case RUNNING -> timeLeft.plan().apply(plan, now).map(end -> end(end, now)).orElse("");
            case PAUSED -> messages.get("plan.panel.paused");
            case STOPPING -> messages.get("plan.panel.stopping");
            case ENDED -> plan.ended()
                    .map(when -> messages.get("plan.panel.ended", time(when, now),
                            words.length(Duration.between(plan.began(), when))))
                    .orElse("");
            case INTERRUPTED, RUN_ELSEWHERE -> words.phase(plan.phase());
        };
    }

    private String end(PlanEstimate.Range end, Instant now) {
        var earliest = time(end.earliest(), now);
        var latest = time(end.latest(), now);
        return earliest.equals(latest)
                ? messages.get("plan.panel.ends-about", earliest)
                : messages.get("plan.panel.ends-between", earliest, latest);
    }

    private String time(Instant when, Instant now) {
        return formats.today(when).equals(formats.today(now)) ? formats.timeOfDay(when)
                : formats.date(formats.today(when)) + " " + formats.timeOfDay(when);
    }

    private Optional<PlanPanelHead.Needs> needs(PlanSnapshot plan) {
        var checking = plan.runs().stream().filter(PlanPanelPicture::isBeingChecked).map(PlanPanelPicture::name)
                .toList();
        var needing = plan.runs()
                .stream()
                .filter(run -> !isBeingChecked(run))
                .filter(run -> run.verdict().filter(RunVerdict::needsPerson).isPresent()
                        || run.standing() instanceof RunStanding.NeedsProof)
                .toList();
        if (needing.isEmpty() && checking.isEmpty()) {
            return Optional.empty();
        }
        var links = needing.stream()
                .limit(MOST_LINKS)
                .map(run -> new PlanPanelHead.Link(run.planned().key(), messages.get("plan.panel.look", name(run))))
                .toList();
        return Optional.of(new PlanPanelHead.Needs(
                messages.get("plan.panel.needs", needing.size() + checking.size()), others(plan, needing), links,
                needing.size() > MOST_LINKS ? messages.get("plan.panel.more", needing.size() - MOST_LINKS) : "",
                checking.isEmpty() ? ""
                        : messages.get("plan.panel.checking", checking.stream().limit(MOST_LINKS)
                                .collect(Collectors.joining(", ")))));
    }

    private String others(PlanSnapshot plan, List<RunInPlan> needing) {
        if (!needing.isEmpty() && needing.stream().allMatch(run -> run.verdict().isEmpty())) {
            return messages.get("plan.panel.others.word");
        }
        if (plan.phase() == PlanPhase.ENDED) {
            return messages.get("plan.panel.others.ended");
        }
        return messages.get(plan.plan().options().stopOnFailure() ? "plan.panel.others.stopped"
                : plan.plan().goal() instanceof PlanGoal.OneStep ? "plan.panel.others.one-step"
                        : "plan.panel.others.go-on");
    }

    /** Nobody has to do anything about it yet. */
    private static boolean isBeingChecked(RunInPlan run) {
        return run.standing() instanceof RunStanding.BeingFoundOut
                || run.verdict()
                        .flatMap(RunVerdict::why)
                        .filter(why -> why instanceof StopReason.OutcomeUnknown(_, var found) && found.isEmpty())
                        .isPresent();
    }

    private static boolean isSkipped(RunInPlan run) {
        return run.verdict().filter(verdict -> verdict.outcome() == Outcome.SKIPPED).isPresent();
    }

    private static String name(RunInPlan run) {
        return run.planned().shown().label();
    }
}
