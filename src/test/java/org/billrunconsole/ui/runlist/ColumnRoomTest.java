package org.billrunconsole.ui.runlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ColumnRoomTest {

    private static final Map<String, Double> WIDTHS = Map.of("name", 160.0, "stage", 160.0, "cycle", 140.0, "status",
            90.0);

    @Test
    void nameAndStageGrowFirst() {
        assertThat(ColumnRoom.shares(WIDTHS, 100)).containsEntry("name", 100.0).containsEntry("cycle", 0.0);
        assertThat(ColumnRoom.shares(WIDTHS, 200)).containsEntry("name", 130.0).containsEntry("stage", 70.0);
    }

    @Test
    void theTableUsesAllTheRoomThereIs() {
        var shares = ColumnRoom.shares(WIDTHS, 700);
        assertThat(shares.values().stream().mapToDouble(Double::doubleValue).sum()).isCloseTo(700, within(0.001));
        assertThat(shares).hasSameSizeAs(WIDTHS).allSatisfy((_, share) -> assertThat(share).isPositive());
    }

    @Test
    void withoutRoomEveryColumnKeepsItsOwnWidth() {
        assertThat(ColumnRoom.shares(WIDTHS, -80).values()).containsOnly(0.0);
    }
}
