package org.billrunconsole.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.billrunconsole.journal.Verification.Altered;
import org.billrunconsole.journal.Verification.FileMissing;
import org.billrunconsole.journal.Verification.How;
import org.billrunconsole.journal.Verification.Intact;
import org.billrunconsole.journal.Verification.Missing;
import org.billrunconsole.journal.Verification.Unreadable;

/**
 * Goes through the chain of hashes. A torn line stands outside the chain: the line after it follows the one before it.
 * A line that was altered does not, because the line after it still names what it had been. It takes no lock: what
 * another console adds meanwhile only makes the journal longer.
 */
final class Verifier {

    /** The last lines known from outside the files, which must be among them: their hashes. */
    private final List<String> known;
    private final boolean[] seen;
    private String expected = Line.NO_LINE;
    private Optional<Altered> lastGood = Optional.empty();
    private Optional<Altered> doubtful = Optional.empty();
    private Optional<Altered> complete = Optional.empty();
    private Optional<Altered> foreign = Optional.empty();
    private Optional<Altered> found = Optional.empty();
    private long number;
    private long lines;

    private Verifier(List<String> known) {
        this.known = known;
        seen = new boolean[known.size()];
    }

    /**
     * @param known    how far the lines reach at least
     * @param anchored hashes of lines that must be there, kept in other places
     */
    static Verification verify(JournalFiles files, Checkpoint known, List<String> anchored) {
        var verifier = new Verifier(Stream.concat(Stream.of(known.hash()), anchored.stream())
                .filter(hash -> !hash.equals(Line.NO_LINE))
                .distinct()
                .toList());
        var name = "";
        try {
            var all = files.all();
            var names = all.stream().map(file -> file.getFileName().toString()).toList();
            var missing = Stream.concat(known.gone().stream(), known.files().stream().map(Checkpoint.Mark::name))
                    .filter(file -> !names.contains(file))
                    .findFirst();
            if (missing.isPresent()) {
                return new FileMissing(missing.get());
            }
            for (var file : all) {
                name = file.getFileName().toString();
                verifier.number = 0;
                JournalFiles.read(file, 0, (line, _) -> verifier.follows(file, line));
            }
        } catch (IOException e) {
            return new Unreadable(name);
        }
        return verifier.result(known.lines());
    }

    private Verification result(long most) {
        // A line at the very end that ends as a line does cannot be torn.
        var altered = found.or(() -> complete).or(() -> foreign);
        if (altered.isPresent()) {
            var at = altered.get();
            var after = lastGood.isPresent() ? at.number() : at.number() - 1;
            return at.how() == How.CHAIN && lines < most ? new Missing(at.file(), after) : at;
        }
        for (var each : seen) {
            if (!each) {
                return new Missing(lastGood.map(Altered::file).orElse(""), lastGood.map(Altered::number).orElse(0L));
            }
        }
        return new Intact(lines);
    }

    private boolean follows(Path file, Line line) {
        number++;
        if (line.length() == 0) {
            return true;
        }
        lines++;
        if (found.isPresent()) {
            // Only counted: how many there are tells lines that are missing from one that was rewritten.
            return true;
        }
        var name = file.getFileName().toString();
        if (!line.isWhole()) {
            var here = Optional.of(new Altered(name, number, How.CONTENT));
            doubtful = doubtful.or(() -> here);
            if (line.hash().isPresent()) {
                complete = complete.or(() -> here);
            } else if (!line.looksTorn()) {
                foreign = foreign.or(() -> here);
            }
            return true;
        }
        var here = Optional.of(new Altered(name, number, How.CHAIN));
        if (line.previous().filter(expected::equals).isEmpty()) {
            found = doubtful.or(() -> lastGood).or(() -> here);
            return true;
        }
        // What a crash left is noted in the next line, whatever it was; anything else of the kind was put there.
        if (foreign.isPresent() && !line.isTornNotice()) {
            found = foreign;
            return true;
        }
        expected = line.hash().orElseThrow();
        var at = known.indexOf(expected);
        if (at >= 0) {
            seen[at] = true;
        }
        lastGood = here;
        doubtful = Optional.empty();
        complete = Optional.empty();
        foreign = Optional.empty();
        return true;
    }
}
