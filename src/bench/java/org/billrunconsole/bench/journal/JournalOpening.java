package org.billrunconsole.bench.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.billrunconsole.bench.Bench;
import org.billrunconsole.bench.Figure;
import org.billrunconsole.bench.Goal;
import org.billrunconsole.bench.Measurement;
import org.billrunconsole.bench.Samples;
import org.billrunconsole.testkit.ChildJvm;

/**
 * How long a start waits for a journal of 100,000 lines: with its head, as every start but the first finds it; without,
 * when every line is read; and with every line checked, which is done behind the window. Each run is a new virtual
 * machine like the program's, without the second compiler, whose heap is smaller than the journal.
 */
public final class JournalOpening implements Measurement {

    private static final int LINES = 100_000;
    private static final int FEWER = 10_000;
    private static final int RUNS = 11;
    private static final int GOAL_MILLIS = 300;
    private static final double SAME = 1.1;
    private static final double MILLI = 1e6;
    private static final double KILO = 1 << 10;
    private static final String BYTES = "its bytes through SHA-256";
    private static final Pattern ANSWER = Pattern.compile("took (\\d+) kept (-?\\d+) ");

    private record Start(long nanos, long bytes) {}

    @Override
    public String name() {
        return "journal.open";
    }

    @Override
    public List<Figure> measure(Bench bench) throws IOException, InterruptedException {
        var many = bench.folder("many");
        var few = bench.folder("few");
        LongJournal.write(many, LINES);
        LongJournal.write(few, FEWER);
        var open = new ArrayList<Start>();
        var openFew = new ArrayList<Start>();
        var whole = new ArrayList<Start>();
        var wholeFew = new ArrayList<Start>();
        var verified = new ArrayList<Start>();
        var bytes = new ArrayList<Start>();
        for (var run = 0; run <= RUNS; run++) {
            bytes.add(start(bench, JournalStart.How.BYTES, many));
            open.add(start(bench, JournalStart.How.OPEN, many));
            openFew.add(start(bench, JournalStart.How.OPEN, few));
            verified.add(start(bench, JournalStart.How.VERIFY, many));
            Files.delete(LongJournal.head(many));
            whole.add(start(bench, JournalStart.How.OPEN, many));
            Files.delete(LongJournal.head(few));
            wholeFew.add(start(bench, JournalStart.How.OPEN, few));
        }
        return List.of(
                millis("journal.open", open, bytes).withGoal(Goal.atMost(GOAL_MILLIS)),
                millis("journal.open.without-head", whole, bytes).withGoal(Goal.atMost(GOAL_MILLIS)),
                millis("journal.open.every-line", verified, bytes),
                kept("journal.open.memory", open, openFew),
                kept("journal.open.without-head.memory", whole, wholeFew));
    }

    private static Figure millis(String name, List<Start> starts, List<Start> bytes) {
        return Figure.of(name, millis(starts), "ms").against(BYTES, millis(bytes).median());
    }

    private static Samples millis(List<Start> starts) {
        return Samples.of(measured(starts).stream().map(start -> start.nanos() / MILLI).toList());
    }

    private static Figure kept(String name, List<Start> many, List<Start> few) {
        return Figure.of(name, kept(many), "KB")
                .against("with 10,000 lines", kept(few).median())
                .withGoal(Goal.atMostTimes(SAME));
    }

    private static Samples kept(List<Start> starts) {
        return Samples.of(measured(starts).stream().map(start -> start.bytes() / KILO).toList());
    }

    /** Without the first, which brings the files into the system's memory. */
    private static List<Start> measured(List<Start> starts) {
        return starts.subList(1, starts.size());
    }

    private static Start start(Bench bench, JournalStart.How how, Path folder) throws IOException,
            InterruptedException {
        var builder = ChildJvm.of(JournalStart.class, bench.folder().resolve("start.log"), how.name(), folder
                .toString());
        builder.command().addAll(1, List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmn8m", "-Xmx24m"));
        var process = builder.redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var answer = ANSWER.matcher(said);
        if (process.waitFor() != 0 || !answer.find()) {
            throw new IOException("The journal was not opened: " + said);
        }
        return new Start(Long.parseLong(answer.group(1)), Long.parseLong(answer.group(2)));
    }
}
