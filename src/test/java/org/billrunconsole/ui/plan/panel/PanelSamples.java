package org.billrunconsole.ui.plan.panel;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.domain.lifecycle.Reason;
import org.billrunconsole.domain.plan.Plan;
import org.billrunconsole.domain.plan.PlanGoal;
import org.billrunconsole.domain.plan.PlanOptions;
import org.billrunconsole.domain.plan.PlanOrder;
import org.billrunconsole.domain.plan.PlanPhase;
import org.billrunconsole.domain.plan.PlanSnapshot;
import org.billrunconsole.domain.plan.PlannedRun;
import org.billrunconsole.domain.plan.RunInPlan;
import org.billrunconsole.domain.plan.RunStanding;
import org.billrunconsole.domain.plan.RunVerdict;
import org.billrunconsole.domain.plan.RunVerdict.Outcome;
import org.billrunconsole.domain.plan.StopReason;
import org.billrunconsole.domain.review.Check;
import org.billrunconsole.domain.review.Severity;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.domain.write.Origin;
import org.billrunconsole.testkit.SampleRuns;

/** Plans made by hand, in the states that the design's pictures show and in those they do not. */
public final class PanelSamples {

    public static final Instant BEGAN = Instant.parse("2026-11-28T14:52:00Z");
    public static final UUID ID = UUID.fromString("6a1b4c1e-0000-4000-8000-000000000018");

    private static final RunStanding WAITS = new RunStanding.WaitsForPlace();

    private PanelSamples() {}

    /** A run of a plan. */
    public static RunInPlan run(long id, String name, long revenue, Known stage, OptionalInt percent,
            RunStanding standing) {
        var shown = shown(id, name, revenue);
        var status = stage == Known.PROPERTIES ? RunStatus.Known.OPEN : RunStatus.Known.CLOSED;
        var now = SampleRuns.withRevenue(SampleRuns.named(SampleRuns.regular(id, status, stage, percent), name),
                OptionalLong.of(revenue));
        var waits = standing instanceof RunStanding.WaitsForPlace;
        var ended = standing instanceof RunStanding.Ended;
        return new RunInPlan(new PlannedRun(shown, List.of(), "", false, Optional.empty()), Optional.of(now), standing,
                Optional.empty(), waits ? Optional.empty() : Optional.of(BEGAN),
                ended ? Optional.of(BEGAN.plus(Duration.ofMinutes(33))) : Optional.empty());
    }

    /** A run that has ended. */
    public static RunInPlan ended(long id, String name, long revenue, Known stage, Outcome outcome, StopReason why) {
        return run(id, name, revenue, stage, stage == Known.PROPERTIES ? OptionalInt.empty() : OptionalInt.of(100),
                new RunStanding.Ended(new RunVerdict(outcome, why)));
    }

    /** A run that is done. */
    public static RunInPlan done(long id, String name, long revenue) {
        return run(id, name, revenue, Known.FULL_INVOICES, OptionalInt.of(100), new RunStanding.Ended(
                RunVerdict.DONE));
    }

    /** A run that waits for a place. */
    public static RunInPlan waiting(long id, String name, long revenue) {
        return run(id, name, revenue, Known.PROPERTIES, OptionalInt.empty(), WAITS);
    }

    /** The plan of the design's picture: two done, two running, two stopped, one unknown, three waiting. */
    public static List<RunInPlan> designed() {
        return List.of(
                done(1, "Nov 2026 SME South", 577_350),
                done(2, "Nov 2026 Hosted PBX", 288_410),
                run(3, "Nov 2026 Business", 1_284_350, Known.FULL_INVOICES, OptionalInt.of(62),
                        new RunStanding.InProgress(Known.FULL_INVOICES, OptionalInt.of(62))),
                run(4, "Nov 2026 SME North", 611_002, Known.DRAFT_INVOICES, OptionalInt.of(28),
                        new RunStanding.InProgress(Known.DRAFT_INVOICES, OptionalInt.of(28))),
                ended(5, "Nov 2026 Wholesale", 402_118, Known.REPORTING, Outcome.STOPPED,
                        new StopReason.Warned(Action.DRAFT_INVOICES, List.of(Check.of(Check.Kind.RENTAL_SUSPENSE,
                                Severity.WARNING, 37L)))),
                ended(106, "Nov 2026 Partners", 96_040, Known.PROPERTIES, Outcome.REFUSED,
                        new StopReason.Failed(Action.CLOSE, "Rejected", "run is paused")),
                run(7, "Week 48 Payphones", 8_214, Known.REPORTING, OptionalInt.of(100),
                        new RunStanding.BeingFoundOut(Action.DRAFT_INVOICES)),
                waiting(8, "Nov 2026 Residential", 3_911_020), waiting(209, "Nov 2026 IoT", 12_900),
                waiting(10, "Nov 2026 Parallel QA", 1_027_480));
    }

    /** A guided run-through to full invoices ready. */
    public static PlanSnapshot through(PlanPhase phase, List<RunInPlan> runs) {
        return of(PlanGoal.RunThrough.FULL_INVOICES_READY, phase, Optional.empty(), runs);
    }

    public static PlanSnapshot of(PlanGoal goal, PlanPhase phase, Optional<Reason> held, List<RunInPlan> runs) {
        var plan = new Plan(ID, BEGAN, new Origin("billing.ops", "Elevate EU", "rest.elevatebilling.com"), goal,
                new PlanOptions(2, PlanOrder.SHORTEST_FIRST, false), runs.stream().map(RunInPlan::planned).toList());
        var over = phase == PlanPhase.ENDED;
        return new PlanSnapshot(plan, phase, held, BEGAN,
                over ? Optional.of(BEGAN.plus(Duration.ofMinutes(66))) : Optional.empty(), runs);
    }

    /** A plan of many runs, of which each in progress is at another percentage in each round. */
    public static PlanSnapshot many(int count, int round) {
        var runs = new ArrayList<RunInPlan>();
        for (int i = 1; i <= count; i++) {
            var percent = OptionalInt.of((round * 7 + i * 13) % 100);
            runs.add(run(i, "Nov 2026 Area " + i, 1_000L * i, Known.DRAFT_INVOICES, percent,
                    new RunStanding.InProgress(Known.DRAFT_INVOICES, percent)));
        }
        return through(PlanPhase.RUNNING, runs);
    }

    /** Runs' currencies by their ids: pounds, euros from 100, dollars from 200. */
    public static Optional<String> currency(Run run) {
        return Optional.of(run.id() > 200 ? "USD" : run.id() > 100 ? "EUR" : "GBP");
    }

    private static BillRun shown(long id, String name, long revenue) {
        return SampleRuns.withRevenue(SampleRuns.named(SampleRuns.openRun(id), name), OptionalLong.of(revenue));
    }
}
