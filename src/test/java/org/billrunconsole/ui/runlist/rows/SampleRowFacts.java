package org.billrunconsole.ui.runlist.rows;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.billrunconsole.domain.Run;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.StubApi;
import org.billrunconsole.testkit.TestServices;

/** Facts for tests: of runs as a list would judge them when nothing is known but the runs. */
public final class SampleRowFacts {

    private SampleRowFacts() {}

    public static RowFacts of(Run run) {
        return judge().found(run);
    }

    static RowFacts dueIn(Run run, OptionalLong days) {
        var facts = of(run);
        return new RowFacts(facts.key(), run, Optional.empty(), facts.searched(), Set.of(), false, false, days,
                Optional.empty(), false, Optional.empty());
    }

    /** @param note of a run; empty for none */
    public static List<RowFacts> noted(List<? extends Run> runs, Function<Run, String> note) {
        var services = TestServices.of(new StubApi(), new ManualTime());
        runs.forEach(run -> services.notes().write(run.key(), note.apply(run), Optional.empty()));
        return runs.stream().map(judge(services)::found).toList();
    }

    private static RunJudge judge() {
        return judge(TestServices.of(new StubApi(), new ManualTime()));
    }

    private static RunJudge judge(TestServices services) {
        return new RunJudge(services.referenceData(), services.analysis(), new ManualTime());
    }
}
