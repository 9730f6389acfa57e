package org.billrunconsole.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTableTest {

    @Test
    void aGoalThatIsMissedIsSaid() {
        var missed = Figure.of("sort.100k", Samples.of(150, 180, 210), "ms").withGoal(Goal.atMost(150));
        assertThat(ResultTable.of(List.of(Outcome.of("sort.100k", List.of(missed)))).lines())
                .last()
                .asString()
                .matches("\\| sort.100k +\\| +180 ms .*\\| at most 150 +\\| NO +\\| +3 \\| +30 \\|");
    }

    @Test
    void aGoalAgainstAReferenceThatIsNothingIsNotMet() {
        var figure = Figure.of("peer.rows", 10, "ms").against("a page", 0).withGoal(Goal.atMostTimes(1));
        assertThat(figure.met()).contains(false);
    }

    @Test
    void columnsStandUnderEachOther() {
        var table = ResultTable.of(List.of(Outcome.of("a", List.of(Figure.of("a", 1.25, "ms"),
                Figure.of("a longer name", 12_345, "ms").against("something", 3)))));
        assertThat(table.lines().map(String::length).distinct()).hasSize(1);
    }

    @Test
    void whatCouldNotBeMeasuredSaysWhy() {
        assertThat(ResultTable.of(List.of(Outcome.missing("load.100k", "no nginx: apt install nginx"))))
                .contains("not measured: no nginx: apt install nginx");
    }
}
