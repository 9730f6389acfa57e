package org.billrunconsole.bench.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the window's thread was seen doing in its long pieces, written beside the results. */
final class LongPieces {

    private static final double LONG_MILLIS = 8;
    private static final int MOST = 40;
    private static final int WORST = 10;

    private LongPieces() {}

    static void write(Path folder, List<Piece> pieces) throws IOException {
        Files.write(folder.resolve("pieces.txt"), lines(pieces));
    }

    private static List<String> lines(List<Piece> pieces) {
        var longOnes = pieces.stream()
                .filter(piece -> piece.millis() > LONG_MILLIS)
                .sorted(Comparator.comparingDouble(Piece::millis).reversed())
                .toList();
        var lines = new ArrayList<String>();
        lines.add(String.format(Locale.ROOT, "%d pieces, %d of them over %.0f ms: %s", pieces.size(), longOnes.size(),
                LONG_MILLIS, longOnes.stream().map(piece -> String.format(Locale.ROOT, "%.1f", piece.millis()))
                        .limit(MOST).collect(Collectors.joining(" "))));
        lines.add("what they were seen doing, most often first:");
        longOnes.stream()
                .flatMap(piece -> piece.seen().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(Comparator.comparingLong(entry -> -entry.getValue()))
                .limit(MOST)
                .forEach(entry -> lines.add(String.format(Locale.ROOT, "%6d  %s", entry.getValue(), entry.getKey())));
        longOnes.stream().limit(WORST).forEach(piece -> {
            lines.add(String.format(Locale.ROOT, "%.1f ms, %.1f of work, %.1f of the machine's standing still:",
                    piece.millis(), piece.work() / 1e6, piece.stood() / 1e6));
            piece.seen().stream().limit(MOST).forEach(each -> lines.add("        " + each));
        });
        return lines;
    }
}
