package org.billrunconsole.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.history.RunEvent;
import org.billrunconsole.journal.format.RunEventJson;
import org.billrunconsole.work.WindowThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the run events of one connection on disk across restarts: JSON lines in files of limited size. Figures have
 * files of their own, so that their many lines do not push out stages and changes. A failure of the disk is logged once
 * and stops nothing. Safe for use by many threads.
 */
public final class HistoryFiles implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryFiles.class);

    /** Bytes in each of the four files: some 50,000 lines. */
    public static final long DEFAULT_LIMIT = 8L << 20;

    private static final Duration PERCENT_EVERY = Duration.ofSeconds(10);
    private static final Duration DRIFT_EVERY = Duration.ofMinutes(5);
    private static final int MOST_REMEMBERED = 20_000;

    /** If nobody flushes, memory still has a bound. */
    private static final int MOST_BUFFERED = 5_000;

    private record Figure(RunKey run, boolean percent) {}

    private final Path folder;
    private final RollingFile events;
    private final RollingFile figures;
    private final Map<Figure, Instant> written = new LinkedHashMap<>();
    private List<String> eventLines = new ArrayList<>();
    private List<String> figureLines = new ArrayList<>();
    private boolean failing;

    /** @param folder the connection's own; made when first needed */
    public HistoryFiles(Path folder) {
        this(folder, DEFAULT_LIMIT);
    }

    /** @param limit bytes in each of the four files */
    public HistoryFiles(Path folder, long limit) {
        this.folder = folder;
        this.events = new RollingFile(folder, "history-events", limit);
        this.figures = new RollingFile(folder, "history-figures", limit);
    }

    /** Gives everything kept, in an order in which it can be taken back; lines that cannot be read are left out. */
    public synchronized void load(Consumer<RunEvent> taker) {
        assert WindowThread.isElsewhere() : "read kept history";
        for (var file : List.of(events, figures)) {
            try {
                file.read(line -> RunEventJson.read(line).ifPresent(taker));
            } catch (IOException | UncheckedIOException e) {
                LOG.warn("Kept history cannot be read: {}", e.getClass().getSimpleName());
            }
        }
    }

    /** Takes note of what happened; it is on disk after the next {@link #flush}. */
    public synchronized void append(List<RunEvent> happened) {
        for (var event : happened) {
            switch (event) {
                case RunEvent.StageEntered _,RunEvent.StageDone _,RunEvent.FieldChanged _ -> eventLines.add(
                        RunEventJson.write(event));
                case RunEvent.PercentSeen seen -> figure(seen, true, PERCENT_EVERY);
                case RunEvent.Drifted drifted -> figure(drifted, false, DRIFT_EVERY);
            }
        }
        if (eventLines.size() + figureLines.size() > MOST_BUFFERED) {
            flush();
        }
    }

    /** Writes what was noted; call it after each tick, away from the window's thread. */
    public synchronized void flush() {
        assert WindowThread.isElsewhere() : "keep history";
        var someEvents = eventLines;
        var someFigures = figureLines;
        eventLines = new ArrayList<>();
        figureLines = new ArrayList<>();
        try {
            if (!someEvents.isEmpty() || !someFigures.isEmpty()) {
                OwnerOnly.folder(folder);
            }
            if (!someEvents.isEmpty()) {
                events.append(someEvents);
            }
            if (!someFigures.isEmpty()) {
                figures.append(someFigures);
            }
            failing = false;
        } catch (IOException | UncheckedIOException e) {
            if (!failing) {
                LOG.warn("History cannot be kept on disk: {}", e.getClass().getSimpleName());
            }
            failing = true;
        }
    }

    @Override
    public void close() {
        flush();
    }

    private void figure(RunEvent event, boolean percent, Duration every) {
        var key = new Figure(event.run(), percent);
        var last = written.get(key);
        if (last == null || Duration.between(last, event.time()).compareTo(every) >= 0) {
            written.remove(key);
            written.put(key, event.time());
            if (written.size() > MOST_REMEMBERED) {
                written.remove(written.keySet().iterator().next());
            }
            figureLines.add(RunEventJson.write(event));
        }
    }
}
