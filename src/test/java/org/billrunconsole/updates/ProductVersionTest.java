package org.billrunconsole.updates;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductVersionTest {

    private static ProductVersion of(String text) {
        return ProductVersion.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"1.0.0,1.0.1", "1.9,1.10", "1.0.0-SNAPSHOT,1.0.0", "1.0.0,2.0.0-SNAPSHOT", "1,1.0.0.1"})
    void theLaterOneIsGreater(String earlier, String later) {
        assertThat(of(later)).isGreaterThan(of(earlier));
    }

    @ParameterizedTest
    @CsvSource({"1.0,1.0.0", "01.2,1.2"})
    void oneVersionIsWrittenInSeveralWays(String one, String other) {
        assertThat(of(one)).isEqualByComparingTo(of(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v1.0", "1.", "1.2.3.4.5", "9999999999", "1.0 <b>", "latest", "1.0\n"})
    void whatIsNoneIsNotTakenForOne(String text) {
        assertThat(ProductVersion.parse(text)).isEmpty();
    }
}
