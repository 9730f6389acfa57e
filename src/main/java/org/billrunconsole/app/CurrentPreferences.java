package org.billrunconsole.app;

import java.io.IOException;
import java.util.function.UnaryOperator;
import org.billrunconsole.settings.Preferences;
import org.billrunconsole.settings.SettingsStore;
import org.billrunconsole.ui.notices.NoticeChoices;
import org.billrunconsole.work.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds the preferences and gives everybody who asks their present values. */
final class CurrentPreferences implements NoticeChoices {

    private static final Logger LOG = LoggerFactory.getLogger(CurrentPreferences.class);

    private final SettingsStore store;
    private final TaskRunner tasks;
    private volatile Preferences now;

    /** Reads them; blocks on the disk. */
    CurrentPreferences(SettingsStore store, TaskRunner tasks) {
        this.store = store;
        this.tasks = tasks;
        now = store.preferences();
    }

    Preferences now() {
        return now;
    }

    /** Changes them at once, and on the disk as soon as it can be. */
    synchronized void change(UnaryOperator<Preferences> how) {
        now = how.apply(now);
        tasks.run("keep preferences", this::keep, _ -> {},
                e -> LOG.warn("The preferences cannot be kept: {}", e.toString()));
    }

    /** Takes over what is being tried, or has been saved, elsewhere. */
    synchronized void follow(Preferences tried) {
        now = tried;
    }

    @Override
    public boolean isDoNotDisturb() {
        return !now.notices();
    }

    @Override
    public void setDoNotDisturb(boolean on) {
        change(before -> before.withNotices(!on));
    }

    @Override
    public boolean isOnDesktop() {
        return now.desktopNotifications();
    }

    /** The latest, whoever comes first: of two writers that overlap the second must not bring back the first's. */
    private synchronized Preferences keep() throws IOException {
        store.save(now);
        return now;
    }
}
