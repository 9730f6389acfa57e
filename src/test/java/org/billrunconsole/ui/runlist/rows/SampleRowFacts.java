package org.billrunconsole.ui.runlist.rows;

import java.util.Optional;
import java.util.OptionalLong;
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
        return new RowFacts(facts.key(), run, Optional.empty(), facts.searched(), false, false, false, days,
                Optional.empty(), false);
    }

    private static RunJudge judge() {
        var time = new ManualTime();
        var services = TestServices.of(new StubApi(), time);
        return new RunJudge(services.referenceData(), services.analysis(), time);
    }
}
