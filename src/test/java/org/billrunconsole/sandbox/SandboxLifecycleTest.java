package org.billrunconsole.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.sandbox.LifecycleWorld.Step;
import org.billrunconsole.sandbox.lifecycle.Percentages;
import org.billrunconsole.sandbox.lifecycle.ProgressCurve;

/**
 * Whatever is asked of runs, in whatever order and with whatever time between: no illegal state is ever reached, every
 * refused command changes nothing, and what is granted is exactly what the rules grant.
 */
class SandboxLifecycleTest {

    @Property(tries = 400)
    void noCommandsLeadToAnIllegalState(@ForAll("runs") RunKey run, @ForAll("steps") List<Step> steps,
            @ForAll Percentages percentages) {
        var world = new LifecycleWorld(run, percentages);
        world.check();
        for (var step : steps) {
            world.take(step);
            world.check();
        }
    }

    @Property(tries = 300)
    void touchingARunOnTheWayChangesNothing(@ForAll("runs") RunKey run, @ForAll("waits") List<Duration> waits) {
        var often = new LifecycleWorld(run, Percentages.BOTH);
        var once = new LifecycleWorld(run, Percentages.BOTH);
        for (var wait : waits) {
            often.take(new Step.Wait(wait));
            often.settle();
        }
        once.take(new Step.Wait(waits.stream().reduce(Duration.ZERO, Duration::plus)));
        assertThat(often.read()).isEqualTo(once.read());
    }

    @Property(tries = 500)
    void progressIsNeverBackwardsAndFullOnlyAtTheEnd(@ForAll long key, @ForAll("parts") List<Double> parts) {
        var curve = new ProgressCurve(key);
        var last = 0;
        for (var part : parts.stream().sorted().toList()) {
            var percent = curve.percent(part);
            assertThat(percent).isBetween(last, 99);
            last = percent;
        }
        assertThat(curve.percent(0)).isZero();
        assertThat(curve.percent(1)).isEqualTo(100);
        for (int percent = 0; percent < 100; percent++) {
            assertThat(curve.percent(curve.partAt(percent))).isEqualTo(percent);
        }
    }

    @Provide
    Arbitrary<RunKey> runs() {
        return Arbitraries.oneOf(Arbitraries.longs().between(1001, 1035).map(RunKey::regular),
                Arbitraries.longs().between(717, 731).map(RunKey::adhoc));
    }

    @Provide
    Arbitrary<List<Double>> parts() {
        return Arbitraries.doubles().between(0, true, 1, false).list().ofMaxSize(30);
    }

    @Provide
    Arbitrary<List<Duration>> waits() {
        return wait(20_000).list().ofMaxSize(12);
    }

    /** Mostly what a hurried operator would ask, sometimes what nobody should. */
    @Provide
    Arbitrary<List<Step>> steps() {
        return Arbitraries.frequencyOf(Tuple.of(6, asks()), Tuple.of(2, junk()),
                Tuple.of(4, wait(150).map(Step.Wait::new)),
                Tuple.of(1, wait(400_000).map(Step.Wait::new)),
                Tuple.of(1, trouble())).list().ofMinSize(1).ofMaxSize(40);
    }

    private static Arbitrary<Step> asks() {
        return Arbitraries.oneOf(Arbitraries.of(LifecycleWorld.Ask.values()).map(Step.Asked::new),
                Arbitraries.integers().between(-13, 13).map(Step.Adjusted::new));
    }

    private static Arbitrary<Step> trouble() {
        return Arbitraries.of(new Step.Stalled(true), new Step.Stalled(false), new Step.Paused(true),
                new Step.Paused(false));
    }

    private static Arbitrary<Step> junk() {
        var operations = Arbitraries.of("replace", "add", "remove", "test", "move", "copy", "nonsense");
        var paths = Arbitraries.of("/billRunStatus", "/summaryStatus", "/invoiceDate", "/nickname", "/name", "/paused",
                "/id", "", "/", "/x/y");
        var values = Arbitraries.of("OPEN", "CLOSED", "FINALIZED", "PROPERTIES", "STARTING", "REPORTING",
                "DRAFT_INVOICES", "FULL_INVOICES", "DISTRIBUTION", "PAYMENT", "FINISHED", "2026-12-31", "2026-13-01",
                "A label", "");
        return Combinators.combine(operations, paths, paths, values)
                .as((op, path, from, value) -> "{\"op\":\"%s\",\"path\":\"%s\",\"from\":\"%s\",\"value\":\"%s\"}"
                        .formatted(op, path, from, value))
                .list()
                .ofMaxSize(4)
                .map(each -> new Step.Junk("[" + String.join(",", each) + "]"));
    }

    private static Arbitrary<Duration> wait(int mostSeconds) {
        return Arbitraries.integers().between(0, mostSeconds).map(Duration::ofSeconds);
    }
}
