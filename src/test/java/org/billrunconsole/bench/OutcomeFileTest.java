package org.billrunconsole.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutcomeFileTest {

    private static final Figure FULL = Figure.of("start.rows", Samples.of(600, 610, 620), "ms")
            .against("bare table window", 488)
            .withGoal(Goal.atMostTimes(1.25));
    private static final Figure BARE = Figure.of("sort.100k.piece", 18, "ms").withGoal(Goal.atMost(16));

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsRead() throws IOException {
        var file = folder.resolve("figures.json");
        OutcomeFile.write(file, List.of(Outcome.of("start.rows", List.of(FULL, BARE))));
        assertThat(OutcomeFile.read(file, "start.rows")).isEqualTo(Outcome.of("start.rows", List.of(FULL, BARE)));
    }

    @Test
    void aReasonIsReadInThePlaceOfFigures() throws IOException {
        var file = folder.resolve("figures.json");
        OutcomeFile.write(file, List.of(Outcome.missing("peer.rows", "no Chromium: apt install chromium")));
        assertThat(OutcomeFile.read(file, "peer.rows"))
                .isEqualTo(Outcome.missing("peer.rows", "no Chromium: apt install chromium"));
    }

    @Test
    void theFileHasTheMembersThatOthersReadItBy() throws IOException {
        var file = folder.resolve("results.json");
        OutcomeFile.write(file, List.of(Outcome.of("start.rows", List.of(FULL))));
        assertThat(Files.readString(file)).contains("\"name\" : \"start.rows\"", "\"value\" : 610.0",
                "\"unit\" : \"ms\"", "\"reference\" : \"bare table window\"", "\"reference_value\" : 488.0",
                "\"ratio\" : 1.25", "\"runs\" : 3", "\"spread\" : 10.0");
    }
}
