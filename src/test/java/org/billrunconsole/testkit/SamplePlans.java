package org.billrunconsole.testkit;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.lifecycle.Reason;
import org.billrunconsole.domain.plan.Plan;
import org.billrunconsole.domain.plan.PlanEvent;
import org.billrunconsole.domain.plan.PlanGoal;
import org.billrunconsole.domain.plan.PlanOptions;
import org.billrunconsole.domain.plan.PlanOrder;
import org.billrunconsole.domain.plan.PlannedRun;
import org.billrunconsole.domain.plan.RunVerdict;
import org.billrunconsole.domain.plan.StopReason;
import org.billrunconsole.domain.review.Check;
import org.billrunconsole.domain.review.Severity;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.domain.write.FieldChange;
import org.billrunconsole.domain.write.Finding;

/** Plans, and everything that can happen to one or stop its runs, with every kind of value that may stand in them. */
public final class SamplePlans {

    public static final RunKey RUN = RunKey.regular(7);

    /** Half a surrogate pair, a line's end, quotes: a server may send any of it. */
    private static final String ODD = "\ud83e\udd96 \ud800 \"Böse\"\n\u2028\\ Basic monthly 2026";

    private SamplePlans() {}

    /** One value of each type that a check or a reason may hold. */
    public static List<Object> values() {
        return List.of(3, Integer.MIN_VALUE, 12L, Long.MAX_VALUE, LocalDate.of(2026, 12, 1), Instant.parse(
                "2026-11-24T09:00:00.123456789Z"), new Check.Money(new BigDecimal("48210.00")),
                new Check.Money(
                        new BigDecimal("-1E+3")),
                RunStatus.Known.CLOSED, new RunStatus.Unknown(ODD),
                Stage.Known.REPORTING, new Stage.Unknown("NEW_STAGE"), ODD, "");
    }

    /** A check of every kind. */
    public static List<Check> checks() {
        return Stream.of(Check.Kind.values())
                .map(kind -> new Check(kind, Severity.values()[kind.ordinal() % Severity.values().length], values()))
                .toList();
    }

    /** Every reason to stop, with every value that there is for it. */
    public static List<StopReason> reasons() {
        var all = new ArrayList<StopReason>();
        for (var code : Reason.Code.values()) {
            all.add(new StopReason.NotAllowed(Action.CLOSE, new Reason(code, values())));
        }
        all.add(new StopReason.Warned(Action.FULL_INVOICES, checks()));
        for (var stage : Stage.Known.values()) {
            all.add(new StopReason.Stalled(stage, JournalEntries.TIME));
        }
        all.add(new StopReason.Failed(Action.DISTRIBUTE, "Rejected", ODD.replace("Basic monthly", "")));
        for (var finding : Finding.values()) {
            all.add(new StopReason.OutcomeUnknown(Action.DRAFT_INVOICES, Optional.of(finding)));
        }
        all.add(new StopReason.OutcomeUnknown(Action.DRAFT_INVOICES, Optional.empty()));
        all.add(new StopReason.Changed(List.of(new FieldChange("nickname", ODD, "\u2013"), new FieldChange("a", "",
                "b"))));
        all.add(new StopReason.MovedOn(Optional.of(Stage.Known.REPORTING), Optional.of(new Stage.Unknown(ODD))));
        all.add(new StopReason.MovedOn(Optional.empty(), Optional.empty()));
        all.addAll(List.of(StopReason.Plain.values()));
        return all;
    }

    /** Every event that does not end a plan, with every reason and verdict. */
    public static List<PlanEvent> events() {
        var time = JournalEntries.TIME.plusNanos(1);
        var all = new ArrayList<PlanEvent>(List.of(claim(new UUID(1, 2)), new PlanEvent.Begun(time, RUN),
                new PlanEvent.SaidDone(time, RunKey.adhoc(9), Stage.Known.REPORTING, JournalEntries.ORIGIN),
                new PlanEvent.Paused(time), new PlanEvent.WentOn(time), new PlanEvent.RunEnded(time, RUN,
                        RunVerdict.DONE)));
        for (var action : Action.values()) {
            all.addAll(List.of(new PlanEvent.Sending(time, RUN, action), new PlanEvent.Taken(time, RUN, action),
                    new PlanEvent.NotTaken(time, RUN, action)));
        }
        for (var outcome : RunVerdict.Outcome.values()) {
            if (outcome != RunVerdict.Outcome.DONE) {
                reasons().forEach(why -> all.add(new PlanEvent.RunEnded(time, RUN, new RunVerdict(outcome, why))));
            }
        }
        return all;
    }

    public static PlanEvent.Claimed claim(UUID lease) {
        return new PlanEvent.Claimed(JournalEntries.TIME, lease, JournalEntries.ORIGIN);
    }

    /** A plan with a goal, for one run of each kind, one without any field, and one that is skipped for each reason. */
    public static Plan of(PlanGoal goal, PlanOrder order) {
        var runs = new ArrayList<>(List.of(planned(1, Optional.empty()), new PlannedRun(SampleRuns.adhoc(1,
                RunStatus.Known.CLOSED, Stage.of("NEW_STAGE"), OptionalInt.of(40)), List.of(), "", true,
                Optional.empty()), new PlannedRun(SampleRuns.bare(2), List.of(), "", false, Optional.empty())));
        for (var why : reasons()) {
            runs.add(planned(runs.size() + 10, Optional.of(why)));
        }
        return new Plan(UUID.randomUUID(), JournalEntries.TIME, JournalEntries.ORIGIN, goal, new PlanOptions(
                1 + order.ordinal(), order, order == PlanOrder.BY_CYCLE), runs);
    }

    private static PlannedRun planned(long id, Optional<StopReason> skipped) {
        return new PlannedRun(SampleRuns.named(SampleRuns.openRun(id), ODD), checks(), "Agreed with \"finance\"", false,
                skipped);
    }

    /** A small plan for some regular runs, made at a time. */
    public static Plan small(Instant made, long... ids) {
        var runs = Arrays.stream(ids)
                .mapToObj(id -> new PlannedRun(SampleRuns.openRun(id), List.of(), "", false, Optional.empty()))
                .toList();
        return new Plan(UUID.randomUUID(), made, JournalEntries.ORIGIN, PlanGoal.RunThrough.REPORTED,
                PlanOptions.DEFAULT, runs);
    }

    /** Every goal that a plan may have. */
    public static List<PlanGoal> goals() {
        return Stream.concat(Stream.of(Action.CLOSE, Action.DRAFT_INVOICES, Action.FULL_INVOICES, Action.DISTRIBUTE)
                .map(PlanGoal.OneStep::new), Stream.of(PlanGoal.RunThrough.values())).toList();
    }
}
