package org.billrunconsole.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalFilesTest {

    private static final int CHUNK = 1 << 16;

    @TempDir
    private Path folder;

    /** The first line shifts the others, so that ends of lines fall before, on and behind the end of what is read at once. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, CHUNK - 3, CHUNK - 2, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK})
    void linesAreReadAsTheyStandHoweverTheyLieInTheFile(int first) throws IOException {
        var texts = Stream.of(first, 1, 0, CHUNK - 1, CHUNK, 3, 2 * CHUNK + 1, 0, 5)
                .map("x"::repeat)
                .toList();
        var file = folder.resolve("lines");
        Files.writeString(file, String.join("\n", texts));
        var read = new ArrayList<String>();
        var ended = new ArrayList<Boolean>();
        JournalFiles.read(file, 0, (line, terminated) -> {
            read.add(line.text());
            ended.add(terminated);
            return true;
        });
        assertThat(read).isEqualTo(texts);
        assertThat(ended.removeLast()).as("the last one's end").isFalse();
        assertThat(ended).containsOnly(true);
    }
}
