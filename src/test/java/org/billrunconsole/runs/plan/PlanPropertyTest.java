package org.billrunconsole.runs.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;
import net.jqwik.api.state.Transformer;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.plan.PlanGoal;
import org.billrunconsole.domain.plan.PlanOptions;
import org.billrunconsole.domain.plan.PlanOrder;
import org.billrunconsole.domain.plan.RunStanding;
import org.billrunconsole.domain.review.Check;
import org.billrunconsole.domain.review.Severity;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.testkit.WriteFault;

/**
 * Whatever the server answers, whatever is lost, whatever operators do and whenever the console is killed: no more runs
 * are on their way than agreed, none moves past a check that was not accepted, no step arrives twice, nothing is sent
 * while the plan is paused, stopped or without fresh data, and each run ends with one verdict. {@link PlanWorld} holds
 * it with every sending.
 */
public class PlanPropertyTest {

    private static final int RUNS = 6;
    private static final Arbitrary<Long> RUN = Arbitraries.longs().between(1, RUNS);

    /** So that the tests are known to have been about something. */
    private static int sendings;
    private static int kills;

    @Provide
    ActionChainArbitrary<PlanWorld> bulk() {
        return chains(new PlanGoal.OneStep(org.billrunconsole.domain.write.Action.CLOSE), false);
    }

    @Provide
    ActionChainArbitrary<PlanWorld> bulkUntilOneFails() {
        return chains(new PlanGoal.OneStep(org.billrunconsole.domain.write.Action.CLOSE), true);
    }

    @Provide
    ActionChainArbitrary<PlanWorld> drafts() {
        return chains(PlanGoal.RunThrough.DRAFTS_READY, false);
    }

    @Provide
    ActionChainArbitrary<PlanWorld> invoices() {
        return chains(PlanGoal.RunThrough.FULL_INVOICES_READY, false);
    }

    static ActionChainArbitrary<PlanWorld> chains(PlanGoal goal, boolean stopOnFailure) {
        return ActionChain.startWith(() -> new PlanWorld(goal, new PlanOptions(2, PlanOrder.AS_LISTED, stopOnFailure),
                RUNS).run())
                .withAction(10, action(progress()))
                .withAction(4, action(faults()))
                .withAction(2, action(others()))
                .withAction(2, action(checks()))
                .withAction(2, action(operator()))
                .withAction(2, action(time()))
                .withAction(1, action(outages()))
                .withAction(1, action(restarts()))
                .withMaxTransformations(60);
    }

    @Property(tries = 30)
    void oneStepWithMany(@ForAll("bulk") ActionChain<PlanWorld> chain) {
        toTheEnd(chain);
    }

    @Property(tries = 30)
    void oneStepWithManyUntilOneFails(@ForAll("bulkUntilOneFails") ActionChain<PlanWorld> chain) {
        toTheEnd(chain);
    }

    @Property(tries = 30)
    void manyToTheirDrafts(@ForAll("drafts") ActionChain<PlanWorld> chain) {
        toTheEnd(chain);
    }

    @Property(tries = 50)
    void manyToTheirInvoices(@ForAll("invoices") ActionChain<PlanWorld> chain) {
        toTheEnd(chain);
    }

    static void toTheEnd(ActionChain<PlanWorld> chain) {
        var world = chain.run();
        try {
            finish(world);
            world.holdAtTheEnd();
            sendings += world.sendings();
        } finally {
            world.close();
        }
    }

    @AfterContainer
    static void enoughHappened() {
        assertThat(sendings).isGreaterThan(250);
        assertThat(kills).isGreaterThan(10);
    }

    /** Until nothing is left to happen: the server works, and the operator says what it does not. */
    private static void finish(PlanWorld world) {
        if (world.isKilled()) {
            resume(world);
        }
        world.noMoreFaults();
        world.online(true);
        world.goOn();
        for (int i = 0; i < 40 && world.snapshot().ended().isEmpty(); i++) {
            world.pass(Duration.ofMinutes(3));
            world.finishStages();
        }
    }

    private static void resume(PlanWorld world) {
        kills++;
        world.run();
    }

    private static Action.Independent<PlanWorld> action(Arbitrary<Transformer<PlanWorld>> transformer) {
        return () -> transformer;
    }

    private static Transformer<PlanWorld> act(String name, Consumer<PlanWorld> what) {
        return Transformer.mutate(name, world -> {
            if (world.isKilled()) {
                resume(world);
            }
            what.accept(world);
        });
    }

    private static Arbitrary<Transformer<PlanWorld>> progress() {
        return Combinators.combine(RUN, Arbitraries.of(10, 60, 100, 100, 100))
                .as((run, percent) -> act("run %d at %d %%".formatted(run, percent),
                        world -> world.progress(run, percent)));
    }

    private static Arbitrary<Transformer<PlanWorld>> faults() {
        return Arbitraries.frequencyOf(Tuple.of(2, Arbitraries.just(WriteFault.NONE)),
                Tuple.of(5, Arbitraries.of(WriteFault.class)))
                .map(fault -> act("next: " + fault, world -> world.next(fault)));
    }

    private static Arbitrary<Transformer<PlanWorld>> others() {
        return Combinators.combine(RUN, Arbitraries.integers().between(0, 3)).as((run, choice) -> {
            var key = RunKey.regular(run);
            var command = List.<Command>of(new Command.Close(key, Optional.empty(), Optional.empty()),
                    new Command.DraftInvoices(key), new Command.Reopen(key),
                    new Command.ChangeInvoiceDate(key, LocalDate.of(2026, 12, 9))).get(choice);
            return act("another: " + command, world -> world.another(command));
        });
    }

    private static Arbitrary<Transformer<PlanWorld>> checks() {
        return Combinators.combine(RUN, Arbitraries.of(true, false))
                .as((run, found) -> act("run %d %s".formatted(run, found ? "in suspense" : "clean"), world -> {
                    if (found) {
                        world.warn(run, Check.of(Check.Kind.USAGE_SUSPENSE, Severity.WARNING, 37L));
                    } else {
                        world.warn(run);
                    }
                }));
    }

    private static Arbitrary<Transformer<PlanWorld>> operator() {
        return Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.just(act("pause", PlanWorld::pause))),
                Tuple.of(6, Arbitraries.just(act("go on", PlanWorld::goOn))),
                Tuple.of(1, Arbitraries.just(act("stop", PlanWorld::stop))),
                Tuple.of(4, RUN.map(run -> act("run %d is done".formatted(run), world -> world.sayDone(run)))),
                Tuple.of(2, RUN.map(run -> act("run %d stalls".formatted(run), world -> {
                    if (world.at(run).standing() instanceof RunStanding.InProgress) {
                        world.stall(run);
                    }
                }))));
    }

    private static Arbitrary<Transformer<PlanWorld>> time() {
        return Arbitraries.integers().between(1, 200).map(seconds -> act(seconds + " s go by",
                world -> world.pass(Duration.ofSeconds(seconds))));
    }

    private static Arbitrary<Transformer<PlanWorld>> outages() {
        return Arbitraries.of(true, false, true).map(online -> act(online ? "online" : "offline",
                world -> world.online(online)));
    }

    private static Arbitrary<Transformer<PlanWorld>> restarts() {
        return Arbitraries.just(act("killed", PlanWorld::kill));
    }
}
