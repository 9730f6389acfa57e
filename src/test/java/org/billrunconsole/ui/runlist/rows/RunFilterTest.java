package org.billrunconsole.ui.runlist.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.billrunconsole.testkit.SampleRuns;
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
            Caf\u00E9 \u00C5rhus,arhus cafe
            \u0130stanbul,ISTANBUL
            Nov 2026 Business,bus 26 NOV
            """)
    void whatLooksTheSameIsFound(String name, String typed) {
        assertThat(accepts(name, typed)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Nov 2026,dec", "Nov 2026,nov dec", "Café,caffe"})
    void whatLooksDifferentIsNot(String name, String typed) {
        assertThat(accepts(name, typed)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"3,3,true", "4,3,false", "-2,3,true", "-2,-1,true", "0,-1,false"})
    void onlyRunsThatHaveToBeClosedInTimeOrShouldHaveBeenAreDue(int left, int within, boolean due) {
        assertThat(isDue(OptionalLong.of(left), within)).isEqualTo(due);
        assertThat(isDue(OptionalLong.empty(), within)).as("without a day").isFalse();
    }

    private static boolean isDue(OptionalLong left, int within) {
        return new RunFilter("", Segment.ALL, OptionalLong.empty(), false, OptionalInt.of(within)).prepared()
                .test(SampleRowFacts.dueIn(SampleRuns.openRun(7), left));
    }

    private static boolean accepts(String name, String typed) {
        return new RunFilter(typed, Segment.ALL, OptionalLong.empty(), false, OptionalInt.empty()).prepared()
                .test(SampleRowFacts.of(SampleRuns.named(SampleRuns.openRun(7), name)));
    }
}
