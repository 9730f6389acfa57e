package org.billrunconsole.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import org.billrunconsole.ui.kit.ChosenFile.Trouble;
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

    @Test
    void aFileThatIsMarkedAsNotToBeChangedIsNotChanged() throws IOException {
        var path = Files.writeString(folder.resolve("runs.csv"), "of yesterday");
        assertThat(path.toFile().setWritable(false, false)).isTrue();
        assertThat(troubleOf(new ChosenFile(path))).isEqualTo(Trouble.READ_ONLY);
        assertThat(path).hasContent("of yesterday");
    }

    @Test
    void aFileThatAnotherProgramHasOpenIsNotTakenFromIt() throws IOException {
        var path = Files.writeString(folder.resolve("runs.csv"), "of yesterday");
        try (var channel = FileChannel.open(path, StandardOpenOption.WRITE); var lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThat(troubleOf(new ChosenFile(path))).isEqualTo(Trouble.IN_USE);
        }
        assertThat(path).hasContent("of yesterday");
    }

    @Test
    void aFileThatAnotherProgramOpensMeanwhileIsNotTakenFromItEither() throws IOException {
        var path = Files.writeString(folder.resolve("runs.csv"), "of yesterday");
        var opened = new ArrayList<FileChannel>();
        assertThatThrownBy(() -> new ChosenFile(path).write(out -> {
            out.write('x');
            opened.add(FileChannel.open(path, StandardOpenOption.WRITE));
            opened.getFirst().lock();
        })).satisfies(e -> assertThat(Trouble.of((Exception) e)).isEqualTo(Trouble.IN_USE));
        opened.getFirst().close();
        assertThat(path).hasContent("of yesterday");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aFolderThatHasGoneIsSaidToBeMissing() {
        assertThat(troubleOf(new ChosenFile(folder.resolve("missing").resolve("runs.csv")))).isEqualTo(
                Trouble.FOLDER_MISSING);
    }

    @Test
    void aFolderThatGoesMeanwhileIsSaidToBeMissing() throws IOException {
        var gone = Files.createDirectory(folder.resolve("gone"));
        assertThatThrownBy(() -> new ChosenFile(gone.resolve("runs.csv")).write(out -> {
            try (var parts = Files.list(gone)) {
                for (var part : parts.toList()) {
                    Files.delete(part);
                }
            }
            Files.delete(gone);
        })).satisfies(e -> assertThat(Trouble.of((Exception) e)).isEqualTo(Trouble.FOLDER_MISSING));
    }

    @Test
    void aFullDiskIsSaidToBeFull() {
        assertThatThrownBy(() -> new ChosenFile(folder.resolve("runs.csv")).write(_ -> {
            throw new IOException("No space left on device");
        })).satisfies(e -> assertThat(Trouble.of((Exception) e)).isEqualTo(Trouble.DISK_FULL));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anEndingIsAddedOnlyWhereItIsMissing() {
        assertThat(new ChosenFile(Path.of("runs")).withEnding(".csv").name()).isEqualTo("runs.csv");
        assertThat(new ChosenFile(Path.of("runs.CSV")).withEnding(".csv").name()).isEqualTo("runs.CSV");
    }

    private static Trouble troubleOf(ChosenFile file) {
        try {
            file.write("new");
        } catch (IOException e) {
            return Trouble.of(e);
        }
        throw new AssertionError("It was saved");
    }
}
