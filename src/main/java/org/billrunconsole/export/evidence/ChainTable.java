package org.billrunconsole.export.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where lines stand in the journal's chain, as a text: one row for each line, with the name of its file, its number
 * there, its hash, and whether it is in the pack, separated by tabs.
 */
record ChainTable(List<Row> rows) {

    /** Whether a line is in the pack. */
    enum Where {
        /** It is. */
        HERE,
        /** It is not, since it is about something else than the run. */
        OTHER,
        /** It is about the run, and not in the pack, since somebody had written into it what looks like a secret. */
        WITHHELD
    }

    /**
     * A line.
     *
     * @param number from 1
     * @param hash   in hexadecimal
     */
    record Row(String file, long number, String hash, Where where) {}

    private static final String HEAD = "file\tline\tsha256\tin this pack";
    private static final Pattern ROW = Pattern.compile("([^\t]+)\t([1-9][0-9]{0,17})\t([0-9a-f]{64})\t(\\w+)");

    ChainTable {
        rows = List.copyOf(rows);
    }

    byte[] write() {
        var text = new StringBuilder(HEAD).append('\n');
        rows.forEach(row -> text.append(row.file())
                .append('\t')
                .append(row.number())
                .append('\t')
                .append(row.hash())
                .append('\t')
                .append(word(row.where()))
                .append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Empty if a line of it cannot be one that {@link #write} has written. */
    static Optional<ChainTable> read(byte[] content) {
        var lines = new String(content, StandardCharsets.UTF_8).split("\n");
        var rows = new ArrayList<Row>();
        for (var each = 0; each < lines.length; each++) {
            if (each == 0) {
                if (!lines[0].equals(HEAD)) {
                    return Optional.empty();
                }
                continue;
            }
            var parts = ROW.matcher(lines[each]);
            var where = parts.matches() ? where(parts.group(4)) : Optional.<Where>empty();
            if (where.isEmpty()) {
                return Optional.empty();
            }
            rows.add(new Row(parts.group(1), Long.parseLong(parts.group(2)), parts.group(3), where.get()));
        }
        return Optional.of(new ChainTable(rows));
    }

    /** How many of the run's lines are not in the pack. */
    long withheld() {
        return rows.stream().filter(row -> row.where() == Where.WITHHELD).count();
    }

    private static String word(Where where) {
        return switch (where) {
            case HERE -> "yes";
            case OTHER -> "no";
            case WITHHELD -> "withheld";
        };
    }

    private static Optional<Where> where(String word) {
        for (var each : Where.values()) {
            if (word(each).equals(word)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
