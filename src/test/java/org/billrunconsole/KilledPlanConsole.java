package org.billrunconsole;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.billrunconsole.app.CommandLine;
import org.billrunconsole.app.ConnectionServices;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.plan.Plan;
import org.billrunconsole.domain.plan.PlanGoal;
import org.billrunconsole.domain.plan.PlanOptions;
import org.billrunconsole.domain.write.Origin;
import org.billrunconsole.runs.plan.Candidate;
import org.billrunconsole.runs.plan.PlanPreparation;
import org.billrunconsole.work.SystemScheduler;

/** A console without a window, in a process of its own, that runs a plan until a test kills it. */
final class KilledPlanConsole {

    private static final PlanGoal GOAL = PlanGoal.RunThrough.DRAFTS_READY;

    private KilledPlanConsole() {}

    /** Arguments: base address, folder, how many open runs to take; the token comes from the environment. */
    public static void main(String[] args) throws InterruptedException {
        var base = URI.create(args[0]);
        try (var scheduler = new SystemScheduler();
                var services = KilledConsole.connect(base, Path.of(args[1]), System.getenv(CommandLine.TOKEN_VARIABLE),
                        scheduler, InstantSource.system())) {
            services.monitor().start();
            services.refresh().load(RunKind.REGULAR);
            services.plans().start(plan(services, Integer.parseInt(args[2]))).ifPresent(why -> {
                throw new IllegalStateException("Not started: " + why);
            });
            new CountDownLatch(1).await();
        }
    }

    /** For those runs of which the fewest checks warn; what does is accepted. */
    private static Plan plan(ConnectionServices services, int most) {
        var open = services.store()
                .all(RunKind.REGULAR)
                .stream()
                .filter(run -> run.hasStatus(RunStatus.Known.OPEN) && run.isInStage(Stage.Known.PROPERTIES))
                .toList();
        var runs = new PlanPreparation(services.runActions(), services.analysis()).candidates(GOAL, open)
                .stream()
                .filter(each -> each.skipped().isEmpty())
                .sorted(Comparator.comparing((Candidate each) -> each.warnings().size())
                        .thenComparing(each -> each.key().id()))
                .limit(most)
                .map(each -> each.planned(true, "Month end"))
                .toList();
        return new Plan(UUID.randomUUID(), InstantSource.system().instant(), new Origin("billing.ops", "Test",
                "sandbox"), GOAL, PlanOptions.DEFAULT, runs);
    }
}
