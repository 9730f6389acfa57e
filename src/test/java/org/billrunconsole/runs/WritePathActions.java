package org.billrunconsole.runs;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;
import net.jqwik.api.state.Transformer;
import org.billrunconsole.runs.FaultyLog.Trouble;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.WriteFault;

/** What can happen in a {@link WritePathWorld}, as chains of actions of random length and order. */
public final class WritePathActions {

    private static final Arbitrary<Integer> CONSOLE = Arbitraries.integers().between(0, 2);
    private static final Arbitrary<Integer> RUN = Arbitraries.integers().between(0, 5);
    private static final Arbitrary<Integer> CHOICE = Arbitraries.integers().between(0, 99);

    private WritePathActions() {}

    public static ActionChainArbitrary<WritePathWorld> chains(Function<ManualTime, WorldServer> servers) {
        return ActionChain.startWith(() -> new WritePathWorld(servers))
                .withAction(8, action(performing()))
                .withAction(2, action(others()))
                .withAction(1, action(looks()))
                .withAction(3, action(time()))
                .withAction(1, action(races()))
                .withAction(1, action(clocks()))
                .withAction(1, action(outages()))
                .withAction(1, action(restarts()));
    }

    private static Action.Independent<WritePathWorld> action(Arbitrary<Transformer<WritePathWorld>> transformer) {
        return () -> transformer;
    }

    private static Arbitrary<Transformer<WritePathWorld>> performing() {
        var fault = Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.just(WriteFault.NONE)),
                Tuple.of(4, Arbitraries.of(WriteFault.class)));
        return Combinators.combine(CONSOLE, RUN, CHOICE, Arbitraries.of(true, false, false, false), fault, troubles())
                .as((console, run, choice, old, wrong, lines) -> Transformer.mutate(
                        "console %d, run %d, choice %d%s: %s %s".formatted(console, run, choice,
                                old ? " by an old look" : "", wrong, lines),
                        world -> world.perform(console, run, choice, old, wrong, lines)));
    }

    /** At the intent, the outcome and the verdict; mostly none. */
    private static Arbitrary<List<Trouble>> troubles() {
        return Arbitraries.frequencyOf(Tuple.of(12, Arbitraries.just(Trouble.NONE)),
                Tuple.of(3, Arbitraries.of(Trouble.class))).list().ofSize(3);
    }

    private static Arbitrary<Transformer<WritePathWorld>> others() {
        return Combinators.combine(RUN, CHOICE)
                .as((run, choice) -> Transformer.mutate("another operator, run %d, choice %d".formatted(run, choice),
                        world -> world.another(run, choice)));
    }

    private static Arbitrary<Transformer<WritePathWorld>> looks() {
        return RUN.map(run -> Transformer.mutate("a look at run " + run, world -> world.look(run)));
    }

    private static Arbitrary<Transformer<WritePathWorld>> time() {
        return Combinators.combine(Arbitraries.integers().between(0, 120), troubles(), CONSOLE)
                .as((seconds, lines, console) -> Transformer.mutate(
                        "%d s go by, console %d: %s".formatted(seconds, console, lines),
                        world -> world.advance(Duration.ofSeconds(seconds), lines, console)));
    }

    private static Arbitrary<Transformer<WritePathWorld>> races() {
        return Combinators.combine(CONSOLE, Arbitraries.integers().between(0, 2), RUN, CHOICE, CHOICE)
                .as((console, reading, run, choice, other) -> Transformer.mutate(
                        "console %d, run %d, choice %d, and the other, choice %d, after reading %d".formatted(console,
                                run, choice, other, reading),
                        world -> world.race(console, reading, run, choice, other)));
    }

    private static Arbitrary<Transformer<WritePathWorld>> clocks() {
        return Combinators.combine(CONSOLE, Arbitraries.of(-24, -1, 0, 1, 8))
                .as((console, hours) -> hours == 0
                        ? Transformer.mutate("console %d reads nothing twice".formatted(console),
                                world -> world.emptyReadings(console, 2))
                        : Transformer.mutate("the clock is set by %d h".formatted(hours),
                                world -> world.setClock(Duration.ofHours(hours))));
    }

    private static Arbitrary<Transformer<WritePathWorld>> outages() {
        return Combinators.combine(CONSOLE, Arbitraries.of(true, false))
                .as((console, begins) -> Transformer.mutate("console %d %s".formatted(console, begins
                        ? "cannot read"
                        : "can read"), world -> world.outage(console, begins)));
    }

    private static Arbitrary<Transformer<WritePathWorld>> restarts() {
        return Combinators.combine(CONSOLE, RUN, Arbitraries.of(true, false))
                .as((console, run, ends) -> ends
                        ? Transformer.mutate("console " + console + " ends", world -> world.restart(console))
                        : Transformer.mutate("console %d checks run %d".formatted(console, run),
                                world -> world.checkNow(console, run)));
    }

    /** Runs a chain and holds everything it left against what the server did. */
    public static WritePathWorld run(ActionChain<WritePathWorld> chain) {
        var world = chain.run();
        try (world) {
            world.settle();
            world.judge();
        }
        return world;
    }
}
