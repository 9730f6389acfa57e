package org.billrunconsole.journal.excerpt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.journal.LastLine;
import org.billrunconsole.journal.format.JournalLine;
import org.billrunconsole.journal.format.LinesOfActivity;

/**
 * The lines of one run, and the hashes of every line between them.
 *
 * @param links the line before the run's first one, if there is one, and every line from there to the run's last one,
 *              in the order in which they were written; none if the journal holds nothing of the run
 * @param last  the journal's last line when it was read
 */
public record Excerpt(List<ChainLink> links, LastLine last) {

    public Excerpt {
        links = List.copyOf(links);
    }

    /** The run's own lines, in the order in which they were written. */
    public List<JournalLine> lines() {
        return links.stream().map(ChainLink::line).flatMap(Optional::stream).toList();
    }

    /** What the run's lines say, oldest first; lines that this version cannot read say nothing. */
    public List<Activity> activities() {
        var byId = new LinkedHashMap<UUID, List<JournalLine>>();
        for (var line : lines()) {
            line.head().ifPresent(head -> byId.computeIfAbsent(head.id(), _ -> new ArrayList<>()).add(line));
        }
        return byId.values().stream().map(LinesOfActivity::joined).flatMap(Optional::stream).toList();
    }
}
