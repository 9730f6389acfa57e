package org.billrunconsole.bench.jmh;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.lifecycle.ActionContext;
import org.billrunconsole.domain.lifecycle.Legality;
import org.billrunconsole.domain.lifecycle.Lifecycle;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.testkit.SampleRuns;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What is legal with one run: every action judged, as whenever a run is chosen or changes. */
@State(Scope.Benchmark)
public class LifecycleJudging {

    private final Run run = SampleRuns.regular(1, RunStatus.Known.CLOSED, Stage.Known.DRAFT_INVOICES, OptionalInt.of(
            100));
    private final Action[] actions = Action.values();

    @Benchmark
    public List<Legality> judgeRun() {
        return Arrays.stream(actions).map(action -> Lifecycle.judge(run, action, ActionContext.CLEAR)).toList();
    }
}
