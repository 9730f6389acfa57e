package org.billrunconsole.ui.activity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.i18n.ActivityWords;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.SearchText;
import org.billrunconsole.runs.plan.PlanService;
import org.billrunconsole.runs.write.ActivityLog;
import org.billrunconsole.work.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The journal of the connection, newest first: searched, filtered, and proven to be unaltered. */
public final class ActivityViewModel implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ActivityViewModel.class);

    /** More than anybody reads; the search reaches further back. */
    private static final int MOST = 1000;

    private final ActivityLog activityLog;
    private final ActivityWords words;
    private final Messages messages;
    private final TaskRunner tasks;
    private final Executor window;
    private final Runnable activityListener = this::changed;
    private final AtomicBoolean reading = new AtomicBoolean();
    private final AtomicBoolean again = new AtomicBoolean();

    private final ObservableList<Activity> entries = FXCollections.observableArrayList();
    private final StringProperty searchText = new SimpleStringProperty("");
    private final SimpleBooleanProperty writesOnly = new SimpleBooleanProperty();
    private final ReadOnlyIntegerWrapper shown = new ReadOnlyIntegerWrapper();
    private final ReadOnlyLongWrapper count = new ReadOnlyLongWrapper();
    private final ReadOnlyStringWrapper verdict = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper alarm = new ReadOnlyStringWrapper("");
    /** What the last reading came to; empty if it went well. */
    private String unreadable = "";
    /** What the last look at every line found wrong; empty if nothing. */
    private String found = "";

    public ActivityViewModel(ActivityLog activityLog, ActivityWords words, Messages messages, TaskRunner tasks,
            Executor window) {
        this.activityLog = activityLog;
        this.words = words;
        this.messages = messages;
        this.tasks = tasks;
        this.window = window;
        searchText.addListener(_ -> load());
        writesOnly.addListener(_ -> load());
        activityLog.addListener(activityListener);
    }

    // ---- Properties

    /** What the search lets through, newest first. */
    public ObservableList<Activity> entries() {
        return entries;
    }

    public StringProperty searchTextProperty() {
        return searchText;
    }

    /** Whether only attempts to change runs are shown, not what was merely seen. */
    public SimpleBooleanProperty writesOnlyProperty() {
        return writesOnly;
    }

    /** How many entries there are in all. */
    public ReadOnlyLongProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** How many entries the search and the filter let through, of the latest. */
    public ReadOnlyIntegerProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** What the last look at every line came to, in words. */
    public ReadOnlyStringProperty verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /** What the last reading or the last look at every line found wrong, in words; empty if nothing. */
    public ReadOnlyStringProperty alarmProperty() {
        return alarm.getReadOnlyProperty();
    }

    /** The plan that a note is about, if it is about one. */
    static Optional<UUID> planOf(Activity.Note note) {
        try {
            return Optional.ofNullable(note.details().get(PlanService.PLAN)).map(UUID::fromString);
        } catch (IllegalArgumentException _) {
            // Kept by another version in another form.
            return Optional.empty();
        }
    }

    // ---- Commands

    /** Reads the journal again. */
    public void load() {
        if (!reading.compareAndSet(false, true)) {
            again.set(true);
            return;
        }
        var wanted = SearchText.words(searchText.get());
        var writes = writesOnly.get();
        tasks.run("read the journal", () -> activityLog.latest(entry -> (!writes || entry instanceof Activity.Write)
                && SearchText.isIn(words.whole(entry), wanted), MOST),
                this::read, this::readingFailed);
    }

    /** Looks at every line of the journal. */
    public void verify() {
        verdict.set(messages.get("activity.verifying"));
        alarm("", "");
        tasks.run("verify the journal", activityLog::verify, this::verified, this::verifyingFailed);
    }

    @Override
    public void close() {
        activityLog.removeListener(activityListener);
    }

    // ---- Inside

    private void changed() {
        window.execute(this::load);
    }

    private void read(List<Activity> latest) {
        count.set(activityLog.count());
        if (!latest.equals(entries)) {
            entries.setAll(latest);
        }
        shown.set(latest.size());
        // What a look at every line has found stays in sight: a reading looks at the latest only.
        alarm("", found);
        finish();
    }

    private void readingFailed(Exception e) {
        alarm(unreadable(e), found);
        finish();
    }

    private void verifyingFailed(Exception e) {
        alarm(unreadable, unreadable(e));
    }

    private String unreadable(Exception e) {
        LOG.warn("The journal cannot be read", e);
        verdict.set("");
        return messages.get("activity.unreadable");
    }

    private void alarm(String reading, String verifying) {
        unreadable = reading;
        found = verifying;
        alarm.set(reading.isEmpty() ? verifying : reading);
    }

    private void finish() {
        reading.set(false);
        if (again.getAndSet(false)) {
            load();
        }
    }

    private void verified(ActivityLog.Verdict judged) {
        verdict.set(judged instanceof ActivityLog.Verdict.Intact(var lines) ? messages.get("activity.intact", lines)
                : "");
        alarm(unreadable, switch (judged) {
            case ActivityLog.Verdict.Intact(_) -> "";
            case ActivityLog.Verdict.Altered(var file, var line) -> messages.get("activity.altered", file,
                    Long.toString(line));
            case ActivityLog.Verdict.Missing(var file, var line) -> messages.get("activity.missing", file,
                    Long.toString(line));
            case ActivityLog.Verdict.FileMissing(var file) -> messages.get("activity.file-missing", file);
            case ActivityLog.Verdict.Unreadable(var file) -> messages.get("activity.file-unreadable", file);
        });
    }
}
