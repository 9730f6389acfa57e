package org.billrunconsole.ui.runlist.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class ColumnRoomTest {

    private static final Map<String, Double> WANTED = Map.of("cycle", 180.0, "name", 260.0, "stage", 210.0, "status",
            80.0);

    private static SequencedMap<String, Double> widths() {
        var widths = new LinkedHashMap<String, Double>();
        widths.put("cycle", 140.0);
        widths.put("name", 160.0);
        widths.put("status", 90.0);
        widths.put("stage", 160.0);
        return widths;
    }

    @Test
    void nameAndStageGrowFirstByWhatTheyHold() {
        assertThat(ColumnRoom.shares(widths(), WANTED, 60)).containsEntry("name", 60.0).containsEntry("stage", 0.0);
        assertThat(ColumnRoom.shares(widths(), WANTED, 150)).containsEntry("name", 100.0)
                .containsEntry("stage", 50.0)
                .containsEntry("cycle", 0.0);
        assertThat(ColumnRoom.shares(widths(), WANTED, 190)).containsEntry("name", 100.0)
                .containsEntry("stage", 50.0)
                .containsEntry("cycle", 40.0)
                .containsEntry("status", 0.0);
    }

    @Test
    void aDayIsReadInFullBeforeACyclesNameIs() {
        var widths = new LinkedHashMap<String, Double>();
        widths.put("name", 150.0);
        widths.put("cycle", 112.0);
        widths.put("invoice-date", 98.0);
        var wanted = Map.of("name", 150.0, "cycle", 180.0, "invoice-date", 106.0);
        assertThat(ColumnRoom.shares(widths, wanted, 16)).containsEntry("invoice-date", 8.0)
                .containsEntry("cycle", 8.0);
    }

    @Test
    void theTableUsesAllTheRoomThereIs() {
        var shares = ColumnRoom.shares(widths(), WANTED, 700);
        assertThat(shares.values().stream().mapToDouble(Double::doubleValue).sum()).isCloseTo(700, within(0.001));
        assertThat(shares).hasSameSizeAs(widths()).allSatisfy((_, share) -> assertThat(share).isPositive());
    }

    @Test
    void withoutRoomEveryColumnKeepsItsOwnWidth() {
        assertThat(ColumnRoom.shares(widths(), WANTED, -80).values()).containsOnly(0.0);
    }
}
