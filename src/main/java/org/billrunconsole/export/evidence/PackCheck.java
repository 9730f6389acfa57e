package org.billrunconsole.export.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.billrunconsole.domain.Run;
import org.billrunconsole.journal.format.JournalEntry;
import org.billrunconsole.journal.format.JournalLine;

/**
 * Looks at a pack and names what is not as it was made: every file by its SHA-256, every line of the journal by its own
 * hash and by the one before it. A pack that was made anew as a whole is only told by its seal, which is why that is
 * kept elsewhere.
 */
public final class PackCheck {

    private final PackContent content;
    private final List<PackFault> faults;
    private long lines;
    private Optional<Run> run = Optional.empty();

    private PackCheck(PackContent content) {
        this.content = content;
        faults = new ArrayList<>(content.faults());
    }

    /**
     * Looks at every byte of a pack; blocks.
     *
     * @throws IOException if the file cannot be read
     */
    public static PackReport check(Path zip) throws IOException {
        var content = PackContent.read(zip);
        // Any other ZIP has at best a file of the name of one of ours.
        return content.filter(found -> !found.files().isEmpty())
                .map(found -> new PackCheck(found).report())
                .orElseGet(PackReport::noPack);
    }

    private PackReport report() {
        var sums = file(PackFile.SUMS);
        var listed = sums.flatMap(Sums::read).filter(found -> found.keySet()
                .equals(PackFile.listed().stream().map(PackFile::fileName).collect(Collectors.toSet())));
        var differing = listed.map(this::differing).orElse(Set.of());
        sealed(sums.map(Sums::of), listed.isPresent() && differing.isEmpty()).ifPresent(faults::add);
        var isSound = faults.stream().noneMatch(new PackFault.FileAltered(PackFile.SUMS.fileName())::equals);
        PackFile.listed().stream().filter(differing::contains).map(PackFile::fileName).forEach(
                name -> faults.add(isSound ? new PackFault.FileAltered(name) : new PackFault.FileUntold(name)));
        var chain = file(PackFile.CHAIN).filter(_ -> !differing.contains(PackFile.CHAIN)).flatMap(ChainTable::read);
        file(PackFile.LINES).ifPresent(bytes -> look(bytes, chain));
        return new PackReport(faults, sums.map(Sums::of), lines, chain.map(ChainTable::withheld).orElse(0L), run);
    }

    /**
     * Which of the list and its seal is not as it was, if the two do not fit: the list is right if everything agrees
     * with it.
     */
    private Optional<PackFault> sealed(Optional<String> seal, boolean everythingAgrees) {
        var kept = file(PackFile.SEAL).flatMap(Sums::read).map(found -> found.get(PackFile.SUMS.fileName()));
        if (seal.isEmpty() || file(PackFile.SEAL).isEmpty() || kept.equals(seal)) {
            // Of what is not there nothing more can be said than that.
            return Optional.empty();
        }
        return Optional.of(new PackFault.FileAltered((everythingAgrees ? PackFile.SEAL : PackFile.SUMS).fileName()));
    }

    private Set<PackFile> differing(Map<String, String> sums) {
        var differing = new HashSet<PackFile>();
        for (var each : PackFile.listed()) {
            if (file(each).filter(bytes -> !Sums.of(bytes).equals(sums.get(each.fileName()))).isPresent()) {
                differing.add(each);
            }
        }
        return differing;
    }

    private Optional<byte[]> file(PackFile file) {
        return Optional.ofNullable(content.files().get(file));
    }

    private void look(byte[] bytes, Optional<ChainTable> chain) {
        var found = lines(bytes);
        lines = found.size();
        var rows = chain.map(ChainTable::rows).orElse(List.of());
        var places = IntStream.range(0, rows.size()).filter(each -> rows.get(each).where() == ChainTable.Where.HERE)
                .toArray();
        if (chain.isPresent() && places.length != found.size()) {
            faults.add(new PackFault.LinesDiffer(places.length, found.size()));
        }
        for (var each = 0; each < found.size(); each++) {
            if (each < places.length) {
                // The run's first line may be the journal's.
                var before = places[each] == 0 ? JournalLine.NO_LINE : rows.get(places[each] - 1).hash();
                look(each + 1, found.get(each), rows.get(places[each]), before);
            } else if (!found.get(each).isWhole()) {
                faults.add(new PackFault.LineAltered(each + 1, "", 0));
            }
        }
    }

    private void look(long number, JournalLine line, ChainTable.Row row, String before) {
        if (!line.isWhole() || line.hash().filter(row.hash()::equals).isEmpty()) {
            faults.add(new PackFault.LineAltered(number, row.file(), row.number()));
        } else if (line.previous().filter(before::equals).isEmpty()) {
            faults.add(new PackFault.LineOutOfChain(number, row.file(), row.number()));
        } else {
            line.entry().flatMap(PackCheck::shown).ifPresent(latest -> run = Optional.of(latest));
        }
    }

    private static Optional<Run> shown(JournalEntry entry) {
        return switch (entry) {
            case JournalEntry.Intent intent -> Optional.of(intent.before());
            case JournalEntry.Outcome outcome -> outcome.answer().run();
            case JournalEntry.Verdict verdict -> verdict.conclusion().after();
            case JournalEntry.Ruling _,JournalEntry.Notice _ -> Optional.empty();
        };
    }

    /** What stands between line feeds; the last one ends the last line. */
    private static List<JournalLine> lines(byte[] bytes) {
        var lines = new ArrayList<JournalLine>();
        var from = 0;
        for (var at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                lines.add(new JournalLine(Arrays.copyOfRange(bytes, from, at)));
                from = at + 1;
            }
        }
        if (from < bytes.length) {
            lines.add(new JournalLine(Arrays.copyOfRange(bytes, from, bytes.length)));
        }
        return lines;
    }
}
