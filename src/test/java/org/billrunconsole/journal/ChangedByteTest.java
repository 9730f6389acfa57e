package org.billrunconsole.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.billrunconsole.journal.Verification.Altered;
import org.billrunconsole.journal.Verification.How;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.Scratch;

/** Whichever byte of the journal is changed, to whatever, it is found out and its line named. */
class ChangedByteTest {

    private static final Path FOLDER = Scratch.folder("changed-byte");

    @BeforeContainer
    static void write() {
        VerifierTest.write(FOLDER, new ManualTime());
    }

    @AfterContainer
    static void delete() {
        Scratch.delete(FOLDER);
    }

    @Property(tries = 300)
    void isFound(@ForAll @IntRange(max = 100_000) int where, @ForAll byte flip) throws IOException {
        var files = new JournalFiles(FOLDER);
        var file = files.all().getFirst();
        var whole = Files.readAllBytes(file);
        var at = where % whole.length;
        Assume.that(flip != 0 && whole[at] != '\n' && (whole[at] ^ flip) != '\n');
        var changed = whole.clone();
        changed[at] ^= flip;
        try {
            Files.write(file, changed);
            var line = 1 + IntStream.range(0, at).filter(i -> whole[i] == '\n').count();
            assertThat(Verifier.verify(files, Checkpoint.NOTHING, Optional.empty()))
                    .isEqualTo(new Altered(file.getFileName().toString(), line,
                            How.CONTENT));
        } finally {
            Files.write(file, whole);
        }
    }
}
