package org.billrunconsole.ui.runlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.billrunconsole.runs.ReferenceData;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.StubApi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunFilterTest {

    @ParameterizedTest
    @CsvSource(ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            Nov\u00A02026,nov 2026
            Nov 2026,nov\u00A02026
            Caf\u00E9,CAFE\u0301
            Cafe\u0301,caf\u00E9
            Nov\u200D2026,nov2026
            """)
    void whatLooksTheSameIsFound(String name, String typed) {
        assertThat(accepts(name, typed)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Café,cafe", "Nov 2026,dec"})
    void whatLooksDifferentIsNot(String name, String typed) {
        assertThat(accepts(name, typed)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"3,3,true", "4,3,false", "-2,3,true", "-2,-1,true", "0,-1,false"})
    void onlyRunsThatHaveToBeClosedInTimeOrShouldHaveBeenAreDue(int left, int within, boolean due) {
        var row = new RunRow(SampleRuns.openRun(7));
        row.setDaysLeft(OptionalLong.of(left));
        assertThat(isDue(row, within)).isEqualTo(due);
        row.setDaysLeft(OptionalLong.empty());
        assertThat(isDue(row, within)).as("without a day").isFalse();
    }

    private static boolean isDue(RunRow row, int within) {
        return new RunFilter("", Segment.ALL, OptionalLong.empty(), false, OptionalInt.of(within)).accepts(row,
                new ReferenceData(new StubApi(), Optional.empty()), Instant.EPOCH);
    }

    private static boolean accepts(String name, String typed) {
        return new RunFilter(typed, Segment.ALL, OptionalLong.empty(), false, OptionalInt.empty()).accepts(
                new RunRow(SampleRuns.named(SampleRuns.openRun(7), name)),
                new ReferenceData(new StubApi(), Optional.empty()),
                Instant.EPOCH);
    }
}
