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
import org.billrunconsole.journal.format.JournalLine;

/**
 * Checks every line of the journal against the chain of hashes. A torn line is not part of the chain: the line after it
 * follows the one before it. An altered line is found because the line after it still names its former hash. No lock is
 * taken: what another console adds meanwhile only makes the journal longer.
 */
final class Verifier {

    /** A line known from outside the files, which must be among them. */
    private static final class Wanted {

        private final LastLine line;
        private boolean seen;
        /** Where it should be, if another one is there. */
        private Optional<Altered> replaced = Optional.empty();

        Wanted(LastLine line) {
            this.line = line;
            seen = line.isNone();
        }

        void look(String hash, long count, Altered here) {
            seen |= hash.equals(line.hash());
            if (count == line.count()) {
                replaced = Optional.of(here);
            }
        }
    }

    private final List<Wanted> wanted;
    private String expected = JournalLine.NO_LINE;
    private Optional<Altered> lastGood = Optional.empty();
    private Optional<Altered> doubtful = Optional.empty();
    private Optional<Altered> complete = Optional.empty();
    private Optional<Altered> foreign = Optional.empty();
    private Optional<Altered> found = Optional.empty();
    private long number;
    private long lines;

    private Verifier(List<Wanted> wanted) {
        this.wanted = wanted;
    }

    /**
     * @param known    how far the lines reach at least
     * @param anchored a line that must be there, if one is known from another place
     */
    static Verification verify(JournalFiles files, Checkpoint known, Optional<LastLine> anchored) {
        var verifier = new Verifier(Stream.concat(Stream.of(known.last()), anchored.stream())
                .map(Wanted::new)
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
        return verifier.result();
    }

    private Verification result() {
        // A line at the very end that ends as a line does cannot be torn.
        var altered = found.or(() -> complete).or(() -> foreign);
        if (altered.isPresent()) {
            var at = altered.get();
            var after = lastGood.isPresent() ? at.number() : at.number() - 1;
            var most = wanted.stream().mapToLong(each -> each.line.count()).max().orElse(0);
            return at.how() == How.CHAIN && lines < most ? new Missing(at.file(), after) : at;
        }
        return wanted.stream()
                .filter(each -> !each.seen)
                .findFirst()
                .map(each -> each.replaced.<Verification>map(at -> at).orElseGet(this::missingAtTheEnd))
                .orElseGet(() -> new Intact(lines));
    }

    private Missing missingAtTheEnd() {
        return new Missing(lastGood.map(Altered::file).orElse(""), lastGood.map(Altered::number).orElse(0L));
    }

    private boolean follows(Path file, JournalLine line) {
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
        wanted.forEach(each -> each.look(expected, lines, here.get()));
        lastGood = here;
        doubtful = Optional.empty();
        complete = Optional.empty();
        foreign = Optional.empty();
        return true;
    }
}
