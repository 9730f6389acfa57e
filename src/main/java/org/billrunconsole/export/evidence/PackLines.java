package org.billrunconsole.export.evidence;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.billrunconsole.journal.excerpt.Excerpt;
import org.billrunconsole.journal.format.EntryJson;
import org.billrunconsole.journal.format.JournalLine;

/**
 * The lines of a run as they go into a pack.
 *
 * @param bytes as they stand in the journal
 * @param chain where they stand in it
 * @param packed those lines
 */
record PackLines(byte[] bytes, ChainTable chain, List<JournalLine> packed) {

    /** @param clean takes out of a text what looks like a secret */
    static PackLines of(Excerpt excerpt, UnaryOperator<String> clean) {
        var bytes = new ByteArrayOutputStream();
        var rows = new ArrayList<ChainTable.Row>();
        var packed = new ArrayList<JournalLine>();
        for (var link : excerpt.links()) {
            var where = link.line().isEmpty() ? ChainTable.Where.OTHER
                    : isClean(link.line().get(), clean) ? ChainTable.Where.HERE : ChainTable.Where.WITHHELD;
            rows.add(new ChainTable.Row(link.file(), link.number(), link.hash(), where));
            if (where == ChainTable.Where.HERE) {
                bytes.writeBytes(link.line().get().terminated());
                packed.add(link.line().get());
            }
        }
        return new PackLines(bytes.toByteArray(), new ChainTable(rows), List.copyOf(packed));
    }

    /** A line is given away as a whole or not at all: a byte taken out of it would look like a forgery. */
    private static boolean isClean(JournalLine line, UnaryOperator<String> clean) {
        var free = line.entry().map(EntryJson::freeText).orElseGet(() -> List.of(line.text()));
        return free.stream().allMatch(text -> clean.apply(text).equals(text));
    }
}
