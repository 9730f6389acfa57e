package org.billrunconsole.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.history.RunEvent;
import org.billrunconsole.domain.history.RunEvent.Who;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFilesTest {

    private static final Instant START = Instant.parse("2026-11-24T09:00:00Z");
    private static final RunKey RUN = RunKey.regular(7);

    @TempDir
    private Path folder;

    private static RunEvent percent(int seconds, int percent) {
        return new RunEvent.PercentSeen(START.plusSeconds(seconds), RUN, Stage.Known.REPORTING, percent);
    }

    private static RunEvent field(int number) {
        return new RunEvent.FieldChanged(START.plusSeconds(number), RUN, Who.SOMEONE_ELSE, "invoiceDate",
                Optional.empty(), "2026-12-0" + number % 10);
    }

    private void keep(List<RunEvent> happened) {
        try (var files = new HistoryFiles(folder)) {
            files.append(happened);
        }
    }

    private List<RunEvent> kept() {
        var kept = new ArrayList<RunEvent>();
        new HistoryFiles(folder).load(kept::add);
        return kept;
    }

    @Test
    void everythingComesBackAsItWas() {
        var happened = List.<RunEvent>of(
                new RunEvent.StageEntered(START, RUN, Who.SERVER, OptionalLong.of(3), Optional.empty(),
                        new Stage.Unknown("SOMETHING_NEW"), true),
                new RunEvent.StageEntered(START, RunKey.adhoc(7), Who.UNKNOWN, OptionalLong.empty(),
                        Optional.of(Stage.Known.STARTING), Stage.Known.REPORTING, false),
                new RunEvent.StageDone(START, RUN, Stage.Known.REPORTING, true),
                new RunEvent.FieldChanged(START, RUN, Who.THIS_CONSOLE, "nickname", Optional.of("a \"b\"\n"), "ü"),
                percent(0, 12),
                new RunEvent.Drifted(START, RUN, OptionalLong.of(-5), OptionalLong.empty()));
        keep(happened);
        assertThat(kept()).isEqualTo(happened);
    }

    @Test
    void percentagesAreWrittenSeldom() {
        keep(List.of(percent(0, 1), percent(2, 2), percent(9, 3), percent(10, 4), percent(12, 5)));
        assertThat(kept()).containsExactly(percent(0, 1), percent(10, 4));
    }

    @Test
    void damagedLinesAreSkippedAndHalfALineSpoilsOnlyItself() throws IOException {
        keep(List.of(field(1)));
        var file = folder.resolve("history-events.jsonl");
        Files.writeString(file, "{\"t\":\"yesterday\"}\n[]\n\n{\"k\":\"enter", StandardCharsets.UTF_8,
                StandardOpenOption.APPEND);
        keep(List.of(field(2)));
        assertThat(kept()).containsExactly(field(1), field(2));
    }

    @Test
    void theFilesStayWithinTheirSizeAndKeepTheLatest() throws IOException {
        var limit = 10_000;
        try (var files = new HistoryFiles(folder, limit)) {
            for (int i = 0; i < 2_000; i++) {
                files.append(List.of(field(i)));
                files.flush();
            }
        }
        try (var all = Files.list(folder)) {
            assertThat(all.toList()).hasSize(2).allSatisfy(
                    file -> assertThat(Files.size(file)).isBetween(1L, limit + 1_000L));
        }
        assertThat(kept().getLast()).isEqualTo(field(1_999));
    }

    @Test
    void aFolderThatCannotBeWrittenStopsNothing() throws IOException {
        var file = Files.createFile(folder.resolve("in-the-way"));
        try (var files = new HistoryFiles(file)) {
            files.append(List.of(field(1)));
            files.flush();
            files.load(_ -> {});
        }
        assertThat(file).isEmptyFile();
    }
}
