package org.billrunconsole.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChosenFileTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsSavedTakesThePlaceOfWhatWasThere() throws IOException {
        var file = new ChosenFile(Files.writeString(folder.resolve("runs.tsv"), "a much longer text than the new one"));
        file.write("Ä\tB");
        assertThat(file.path()).hasContent("Ä\tB");
        assertThat(folder).isDirectoryContaining("glob:**runs.tsv");
        try (var files = Files.list(folder)) {
            assertThat(files).as("no part is left").hasSize(1);
        }
    }

    @Test
    void whatCannotBeWrittenWholeLeavesWhatWasThere() throws IOException {
        var file = new ChosenFile(Files.writeString(folder.resolve("runs.tsv"), "of yesterday"));
        assertThatThrownBy(() -> file.write(out -> {
            out.write('x');
            throw new IOException("disk full");
        })).hasMessage("disk full");
        assertThat(file.path()).hasContent("of yesterday");
        try (var files = Files.list(folder)) {
            assertThat(files).as("no part is left").hasSize(1);
        }
    }

    @Test
    void itIsCalledByItsWholePath() {
        assertThat(new ChosenFile(Path.of("runs.tsv"))).hasToString(Path.of("runs.tsv").toAbsolutePath().toString());
    }
}
