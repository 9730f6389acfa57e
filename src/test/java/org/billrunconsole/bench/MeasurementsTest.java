package org.billrunconsole.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MeasurementsTest {

    @Test
    void aNameMeansItselfAndAStarAnyRest() {
        assertThat(Measurements.meant("start.rows")).accepts("start.rows").rejects("start.rows.warm", "startXrows");
        assertThat(Measurements.meant("start.*")).accepts("start.rows", "start.frame").rejects("load.first");
    }

    @Test
    void noTwoHaveOneName() {
        assertThat(Measurements.all().stream().map(Measurement::name)).doesNotHaveDuplicates();
    }
}
