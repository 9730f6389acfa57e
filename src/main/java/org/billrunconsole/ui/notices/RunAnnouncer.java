package org.billrunconsole.ui.notices;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.history.RunEvent;
import org.billrunconsole.runs.Freshness;
import org.billrunconsole.runs.Notice;
import org.billrunconsole.runs.monitor.LiveMonitor;
import org.billrunconsole.runs.monitor.Notices;
import org.billrunconsole.runs.monitor.RunNews;
import org.billrunconsole.runs.monitor.RunNewsFilter;
import org.billrunconsole.ui.kit.announce.Announcement;

/**
 * Has a screen reader told how runs get on. Nothing is asked of the server or of a clock for it: it listens to what was
 * read anyway. While the operator does not want to be disturbed it tells nothing. Made and closed on the window's
 * thread; what it listens to may come on any.
 */
public final class RunAnnouncer implements AutoCloseable {

    private final RunNewsFilter filter;
    private final RunNewsWords words;
    private final Notices notices;
    private final LiveMonitor monitor;
    private final Executor window;
    private final Consumer<Freshness> afterReading = this::read;
    private final Notices.Listener noticed = this::arrived;
    private Consumer<Announcement> announce = _ -> {};

    /** @param inPlan whether a plan moves a run */
    public RunAnnouncer(Notices notices, LiveMonitor monitor, Predicate<RunKey> inPlan, RunNewsWords words,
            Executor window) {
        this.notices = notices;
        this.monitor = monitor;
        this.words = words;
        this.window = window;
        filter = new RunNewsFilter(inPlan);
        notices.addListener(noticed);
        monitor.addListener(afterReading);
    }

    /** Connects where announcements are said, once there is a window to say them in. */
    public void sayBy(Consumer<Announcement> where) {
        announce = where;
    }

    /** The run that is open in the pane; empty for none. */
    public void open(Optional<RunKey> run) {
        filter.open(run);
    }

    /** Takes in what was seen of runs, on any thread. */
    public void onEvents(List<RunEvent> happened) {
        window.execute(() -> filter.onEvents(happened).forEach(this::say));
    }

    @Override
    public void close() {
        notices.removeListener(noticed);
        monitor.removeListener(afterReading);
        announce = _ -> {};
    }

    private void arrived(Notice notice, boolean show) {
        if (show) {
            window.execute(() -> filter.onNotice(notice).ifPresent(this::say));
        }
    }

    private void read(Freshness now) {
        if (now instanceof Freshness.Live(var when)) {
            window.execute(() -> filter.onReading(when).ifPresent(this::say));
        }
    }

    private void say(RunNews news) {
        if (!notices.isDoNotDisturb()) {
            announce.accept(words.of(news));
        }
    }
}
