package org.billrunconsole.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.billrunconsole.journal.Verification.Altered;
import org.billrunconsole.journal.Verification.How;
import org.billrunconsole.journal.Verification.Intact;

/**
 * Goes through the chain of hashes. A torn line stands outside the chain: the line after it follows the one before it.
 * A line that was altered does not, because the line after it still names what it had been.
 */
final class Verifier {

    private String expected = Line.NO_LINE;
    private Optional<Altered> lastGood = Optional.empty();
    private Optional<Altered> doubtful = Optional.empty();
    private Optional<Altered> complete = Optional.empty();
    private Optional<Altered> found = Optional.empty();
    private long number;
    private long lines;

    private Verifier() {}

    static Verification verify(JournalFiles files) throws IOException {
        var verifier = new Verifier();
        for (var file : files.all()) {
            verifier.number = 0;
            JournalFiles.read(file, 0, (line, _) -> verifier.follows(file, line));
            if (verifier.found.isPresent()) {
                break;
            }
        }
        // A line at the very end that ends as a line does cannot be torn.
        return verifier.found.or(() -> verifier.complete)
                .<Verification>map(altered -> altered)
                .orElseGet(() -> new Intact(verifier.lines));
    }

    private boolean follows(Path file, Line line) {
        number++;
        if (line.length() == 0) {
            return true;
        }
        lines++;
        var name = file.getFileName().toString();
        if (!line.isWhole()) {
            var here = Optional.of(new Altered(name, number, How.CONTENT));
            doubtful = doubtful.or(() -> here);
            if (line.hash().isPresent()) {
                complete = complete.or(() -> here);
            }
            return true;
        }
        var here = Optional.of(new Altered(name, number, How.CHAIN));
        if (line.previous().filter(expected::equals).isEmpty()) {
            found = doubtful.or(() -> lastGood).or(() -> here);
            return false;
        }
        expected = line.hash().orElseThrow();
        lastGood = here;
        doubtful = Optional.empty();
        complete = Optional.empty();
        return true;
    }
}
