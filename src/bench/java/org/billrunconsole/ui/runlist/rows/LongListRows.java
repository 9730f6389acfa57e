package org.billrunconsole.ui.runlist.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.testkit.HeldTasks;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.StubApi;
import org.billrunconsole.testkit.TestServices;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A list of 100,000 runs: a question to all of them, and what a tick changes in it. */
@State(Scope.Benchmark)
public class LongListRows {

    private static final int RUNS = 100_000;
    private static final int CHANGING = 1_000;
    private static final int FULL = 100;
    private static final RowOrder BY_REVENUE = RowOrder.by(facts -> facts.run().revenue().orElse(0));

    private final ManualTime time = new ManualTime();
    private final TestServices services = TestServices.of(new StubApi(), time);
    private final RunJudge judge = new RunJudge(services.referenceData(), services.analysis(), time);
    private final RunRows rows = new RunRows(judge, new HeldTasks(), Set::of, (_, move) -> move.run(), _ -> {});
    private SortedFacts facts = SortedFacts.none(RowOrder.BY_ID);
    private int percent;

    /** Fills the list. */
    @Setup
    public void fill() {
        var all = LongStream.rangeClosed(1, RUNS).mapToObj(id -> judge.found(run(id, 0))).toList();
        facts = SortedFacts.of(all.toArray(RowFacts[]::new), RowOrder.BY_ID, () -> false);
        rows.takeIn(all, Set.of());
    }

    /** The rows that mention a number, of all. */
    @Benchmark
    public Object filterRows() {
        var filter = new RunFilter("4711", Segment.ALL, OptionalLong.empty(), false, OptionalInt.empty());
        return new RowQuery(facts, filter, RowOrder.BY_ID, Optional.empty(), Set.of()).answer(() -> false);
    }

    /** All of them by their revenue. */
    @Benchmark
    public Object sortRows() {
        return new RowQuery(facts, RunFilter.EVERYTHING, BY_REVENUE, Optional.empty(), Set.of()).answer(() -> false);
    }

    /** A thousand of them have gone on by a percent. */
    @Benchmark
    public int updateRows() {
        percent = (percent + 1) % FULL;
        List<RowFacts> changed = new ArrayList<>();
        for (long id = 1; id <= CHANGING; id++) {
            changed.add(judge.changed(run(id * (RUNS / CHANGING), percent)));
        }
        rows.takeIn(changed, Set.of());
        return rows.size();
    }

    private static BillRun run(long id, int percent) {
        return SampleRuns.regular(id, RunStatus.Known.CLOSED, Stage.Known.REPORTING, OptionalInt.of(percent));
    }
}
