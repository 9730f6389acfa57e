package org.billrunconsole.bench;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.billrunconsole.bench.jmh.PureParts;
import org.billrunconsole.bench.journal.JournalOpening;
import org.billrunconsole.bench.load.LongListLoading;
import org.billrunconsole.bench.load.MemoryOfLongList;
import org.billrunconsole.bench.load.MemoryOfTicks;
import org.billrunconsole.bench.peer.PageInBrowser;
import org.billrunconsole.bench.start.LoadFirst;
import org.billrunconsole.bench.start.MemoryStart;
import org.billrunconsole.bench.start.StartFrame;
import org.billrunconsole.bench.start.StartRows;
import org.billrunconsole.bench.window.FilterLongList;
import org.billrunconsole.bench.window.LiveRuns;
import org.billrunconsole.bench.window.SelectInLongList;
import org.billrunconsole.bench.window.SortLongList;
import org.billrunconsole.bench.write.WriteLatency;

/** All that can be measured. */
final class Measurements {

    private static final List<Measurement> ALL = List.of(
            new FilterLongList(),
            new SortLongList(false),
            new SortLongList(true),
            new SelectInLongList(),
            new LiveRuns(),
            new LongListLoading(),
            new MemoryOfLongList(),
            new MemoryOfTicks(),
            new JournalOpening(),
            new WriteLatency(),
            new PageInBrowser(),
            new PureParts(),
            new StartRows(), new StartFrame(), new LoadFirst(), new MemoryStart());

    private Measurements() {}

    static List<Measurement> all() {
        return ALL;
    }

    /** @throws java.util.NoSuchElementException if there is none of that name */
    static Measurement named(String name) {
        return ALL.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    /**
     * Whether a name is meant.
     *
     * @param wanted a name, or part of one with {@code *} for the rest
     */
    static Predicate<String> meant(String wanted) {
        return Pattern.compile(Pattern.quote(wanted).replace("*", "\\E.*\\Q")).asMatchPredicate();
    }
}
