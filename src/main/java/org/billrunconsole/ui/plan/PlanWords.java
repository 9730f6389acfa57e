package org.billrunconsole.ui.plan;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.billrunconsole.domain.DisplayText;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.lifecycle.Reason;
import org.billrunconsole.domain.plan.Plan;
import org.billrunconsole.domain.plan.PlanGoal;
import org.billrunconsole.domain.plan.PlanOptions;
import org.billrunconsole.domain.plan.PlanPhase;
import org.billrunconsole.domain.plan.PlanSnapshot;
import org.billrunconsole.domain.plan.RunInPlan;
import org.billrunconsole.domain.plan.RunStanding;
import org.billrunconsole.domain.plan.RunVerdict;
import org.billrunconsole.domain.plan.StopReason;
import org.billrunconsole.domain.review.MoneyTotals;
import org.billrunconsole.domain.write.FieldChange;
import org.billrunconsole.i18n.CheckWords;
import org.billrunconsole.i18n.FieldWords;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;

/** Puts plans, how their runs stand and how they ended into plain sentences. */
public final class PlanWords {

    /**
     * Why a run was not taken where it was to go.
     *
     * @param happened what happened, in a sentence
     * @param advice   what was not done because of it, and what to do
     */
    public record Why(String happened, String advice) {

        /** Both, one after the other. */
        public String whole() {
            return advice.isEmpty() ? happened : happened + " " + advice;
        }
    }

    /** Seconds say nothing of what takes many minutes. */
    private static final Duration WITH_SECONDS = Duration.ofSeconds(90);

    private final Messages messages;
    private final Formats formats;
    private final Sentences sentences;
    private final CheckWords checks;
    private final FieldWords fields;
    private final Function<Run, Optional<String>> currency;

    /** @param currency code of a run's currency, for amounts */
    public PlanWords(Messages messages, Formats formats, Sentences sentences,
            Function<Run, Optional<String>> currency) {
        this.messages = messages;
        this.formats = formats;
        this.sentences = sentences;
        this.currency = currency;
        checks = new CheckWords(messages, formats, sentences);
        fields = new FieldWords(messages, formats, sentences);
    }

    // ---- Plans

    /** What a plan leads to: {@code full invoices ready}, or a step's name. */
    public String goal(PlanGoal goal) {
        return switch (goal) {
            case PlanGoal.RunThrough until -> messages.get("plan.goal." + Sentences.key(until));
            case PlanGoal.OneStep(var action) -> sentences.action(action);
        };
    }

    /** A plan's name: {@code Run through · 10 runs to “full invoices ready”}. */
    public String title(PlanGoal goal, int runs) {
        return messages.get(goal instanceof PlanGoal.RunThrough ? "plan.title.run-through" : "plan.title.one-step",
                runs, goal(goal));
    }

    public String title(Plan plan) {
        return title(plan.goal(), plan.runs().size());
    }

    public String phase(PlanPhase phase) {
        return messages.get("plan.phase." + Sentences.key(phase));
    }

    /** How a plan goes about its runs, in a line. */
    public String options(PlanGoal goal, PlanOptions options) {
        var order = messages.get("plan.order." + Sentences.key(options.order()));
        var failure = messages.get(options.stopOnFailure() ? "plan.on-failure.stop" : "plan.on-failure.go-on");
        return switch (goal) {
            case PlanGoal.RunThrough _ -> messages.get("plan.options.run-through", options.mostInProgress(), order,
                    failure);
            case PlanGoal.OneStep _ -> messages.get("plan.options.one-step", order, failure);
        };
    }

    /** Why nothing is sent though the plan runs, and that it goes on by itself. */
    public String held(Reason reason) {
        return messages.get("plan.held", heldBy(reason));
    }

    /** What the runs bill, a sum for each currency; those without revenue count nothing. */
    public String money(Collection<? extends Run> runs) {
        return MoneyTotals.of(runs, currency)
                .sums()
                .stream()
                .map(sum -> formats.money(sum.amount(), sum.currency()))
                .collect(Collectors.joining(" · "));
    }

    /** What a run bills. */
    public String money(Run run) {
        return run.revenue().isPresent() ? formats.money(run.revenue().getAsLong(), currency.apply(run)) : Formats.NONE;
    }

    // ---- Runs

    /** How a run ended, in a word or two. */
    public String outcome(RunVerdict.Outcome outcome) {
        return messages.get("plan.outcome." + Sentences.key(outcome));
    }

    /**
     * How a run ended, and in a sentence why; what it was led to if it is done.
     *
     * @param run for the currency of amounts
     */
    public String verdict(RunVerdict verdict, PlanGoal goal, Run run) {
        return verdict.why()
                .map(why -> messages.get("plan.verdict", outcome(verdict.outcome()), why(verdict, why, run).happened()))
                .orElseGet(() -> doneAs(goal));
    }

    /** Why a run ended as it did; empty if it is done. */
    public Optional<Why> why(RunVerdict verdict, Run run) {
        return verdict.why().map(why -> why(verdict, why, run));
    }

    /**
     * Why a run was stopped, or would be left alone.
     *
     * @param run for the currency of amounts
     */
    public Why why(StopReason reason, Run run) {
        return switch (reason) {
            case StopReason.NotAllowed(var action, var why) -> new Why(sentences.reason(why, action),
                    messages.get("plan.advice.not-allowed", sentences.action(action)));
            case StopReason.Warned(var action, var warnings) -> new Why(checks.lines(warnings, currency.apply(run))
                    .stream()
                    .map(CheckWords.Line::text)
                    .collect(Collectors.joining(" ")),
                    messages.get("plan.advice.warned", sentences.action(action)));
            case StopReason.Stalled(var stage, var since) -> new Why(messages.get("plan.why.stalled",
                    sentences.stage(stage), formats.timeOfDay(since)), messages.get("plan.advice.stalled"));
            case StopReason.Failed(var action, var kind, var said) -> new Why(failed(kind, DisplayText.line(said)),
                    messages.get("plan.advice.failed", sentences.action(action)));
            case StopReason.OutcomeUnknown(var action, var found) -> new Why(messages.get("plan.why.outcome",
                    sentences.action(action), messages.get(found.map(each -> "finding." + Sentences.key(each))
                            .orElse("finding.open"))),
                    messages.get(found.map(each -> "plan.advice.found." + Sentences.key(each))
                            .orElse("plan.advice.being-found-out")));
            case StopReason.Changed(var changes) -> new Why(messages.get("plan.why.changed", changes(changes, run)),
                    messages.get("plan.advice.changed"));
            case StopReason.MovedOn(var expected, var now) -> new Why(messages.get("plan.why.moved-on",
                    stage(expected), stage(now)), messages.get("plan.advice.changed"));
            case StopReason.Plain plain -> new Why(messages.get("plan.why." + Sentences.key(plain)),
                    messages.get("plan.advice." + Sentences.key(plain)));
        };
    }

    /** Where a run stands, in a line without its time left. */
    public String standing(RunInPlan run, PlanSnapshot plan) {
        return switch (run.standing()) {
            case RunStanding.WaitsForPlace _ -> plan.plan().goal() instanceof PlanGoal.RunThrough
                    ? messages.get("plan.standing.waits-for-place", plan.plan().options().mostInProgress())
                    : messages.get("plan.standing.waits-for-turn");
            case RunStanding.WaitsForOperator(var next) -> messages.get("plan.standing.waits-for-operator",
                    sentences.action(next));
            case RunStanding.Held(var next, var reason) -> messages.get("plan.standing.held", sentences.action(next),
                    heldBy(reason));
            case RunStanding.Sending(var action, _) -> messages.get("plan.standing.sending", sentences.action(action));
            case RunStanding.InProgress(var stage, var percent) -> percent.isPresent()
                    ? messages.get("plan.standing.in-progress.percent", sentences.stage(stage), percent.getAsInt())
                    : messages.get("plan.standing.in-progress", sentences.stage(stage));
            case RunStanding.NeedsProof(var stage) -> messages.get("plan.standing.needs-proof",
                    sentences.stage(stage));
            case RunStanding.BeingFoundOut(var action) -> messages.get("plan.standing.being-found-out",
                    sentences.action(action));
            case RunStanding.Ended(var verdict) -> {
                var text = verdict(verdict, plan.plan().goal(), run.planned().shown());
                yield verdict.equals(RunVerdict.DONE)
                        ? run.took().map(took -> messages.get("plan.standing.done", text, length(took))).orElse(text)
                        : text;
            }
        };
    }

    /** How long something took: to the minute where it took many. */
    public String length(Duration took) {
        return formats.duration(took.compareTo(WITH_SECONDS) < 0
                ? took
                : Duration.ofMinutes(Math.round(took.toSeconds() / 60.0)));
    }

    // ---- Inside

    private Why why(RunVerdict verdict, StopReason why, Run run) {
        return verdict.outcome() == RunVerdict.Outcome.SKIPPED && why == StopReason.Plain.BY_OPERATOR
                ? new Why(messages.get("plan.why.taken-out"), "")
                : why(why, run);
    }

    private String doneAs(PlanGoal goal) {
        return switch (goal) {
            case PlanGoal.RunThrough until -> messages.get("plan.done." + Sentences.key(until));
            case PlanGoal.OneStep(var action) -> messages.get("plan.done.one-step", sentences.action(action));
        };
    }

    private String heldBy(Reason reason) {
        return messages.get("plan.held." + switch (reason.code()) {
            case PAUSED -> "watch-paused";
            case READ_ONLY_CONNECTION -> "read-only";
            case ACTION_UNDER_WAY -> "under-way";
            default -> "no-data";
        });
    }

    private String stage(Optional<Stage> stage) {
        return stage.map(sentences::stage).orElse(Formats.NONE);
    }

    private String changes(List<FieldChange> changes, Run run) {
        return changes.stream()
                .map(each -> fields.change(each.field(), each.before(), each.now(), currency.apply(run)))
                .collect(Collectors.joining("; "));
    }

    private String failed(String kind, String said) {
        var key = switch (kind) {
            case "Unauthorised" -> "failure.unauthorised";
            case "NotSignedIn" -> "failure.not-signed-in";
            case "Forbidden" -> "failure.forbidden";
            case "NotFound" -> "failure.not-found";
            case "Rejected" -> "failure.rejected";
            case "Conflict" -> "failure.conflict";
            case "RateLimited" -> "plan.failed.rate-limited";
            case "ServerError" -> "plan.failed.server-error";
            case "Unreachable" -> "plan.failed.unreachable";
            case "TimedOut" -> "failure.timed-out";
            case "MalformedAnswer" -> "failure.malformed";
            // Of a version that knows more kinds, or of one that says nothing to a person.
            default -> "plan.failed.other";
        };
        return !said.isEmpty() && messages.has(key + ".said")
                ? messages.get(key + ".said", said)
                : messages.get(key);
    }
}
