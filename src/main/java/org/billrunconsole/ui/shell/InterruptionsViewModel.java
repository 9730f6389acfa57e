package org.billrunconsole.ui.shell;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.billrunconsole.desktop.DesktopNotices;
import org.billrunconsole.runs.Notice;
import org.billrunconsole.runs.monitor.Notices;
import org.billrunconsole.ui.notices.NoticeChoices;
import org.billrunconsole.ui.notices.NoticeWords;
import org.billrunconsole.work.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether and where the operator is interrupted: not at all while they do not want to be disturbed, in the window while
 * that is in front, else by the operating system too. Every notice is kept in the journal all the same.
 */
public final class InterruptionsViewModel implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(InterruptionsViewModel.class);

    private final Notices notices;
    private final String environment;
    private final NoticeChoices choices;
    private final DesktopNotices desktop;
    private final NoticeWords words;
    private final TaskRunner tasks;
    private final ReadOnlyBooleanWrapper doNotDisturb = new ReadOnlyBooleanWrapper();
    private final Notices.Listener listener = this::arrived;
    private volatile boolean inFront = true;

    /** @param environment where it happens, as the window calls it */
    public InterruptionsViewModel(Notices notices, NoticeWords words, String environment, NoticeChoices choices,
            DesktopNotices desktop, TaskRunner tasks) {
        this.notices = notices;
        this.environment = environment;
        this.choices = choices;
        this.desktop = desktop;
        this.words = words;
        this.tasks = tasks;
        notices.addListener(listener);
        choicesChanged();
    }

    // ---- Properties

    public ReadOnlyBooleanProperty doNotDisturbProperty() {
        return doNotDisturb.getReadOnlyProperty();
    }

    // ---- Commands

    /** Lets nothing pop up any more, or again. */
    public void setDoNotDisturb(boolean on) {
        if (on != doNotDisturb.get()) {
            choices.setDoNotDisturb(on);
            choicesChanged();
        }
    }

    /** The choices have been made elsewhere, for example in the settings. */
    public void choicesChanged() {
        notices.setDoNotDisturb(choices.isDoNotDisturb());
        doNotDisturb.set(choices.isDoNotDisturb());
    }

    /** Whether the operator sees the window. */
    public void setInFront(boolean now) {
        inFront = now;
    }

    /**
     * Something that is not about one run is worth telling: on the desktop too, if the window is not in front.
     *
     * @return whether it may be shown in the window
     */
    public boolean tell(String title) {
        if (!doNotDisturb.get()) {
            onDesktop(title);
        }
        return !doNotDisturb.get();
    }

    @Override
    public void close() {
        notices.removeListener(listener);
    }

    // ---- Inside

    private void arrived(Notice notice, boolean show) {
        if (show) {
            // The title says what happened to which run; amounts do not belong on a screen that may be locked.
            onDesktop(words.of(notice).title());
        }
    }

    private void onDesktop(String title) {
        if (!inFront && choices.isOnDesktop()) {
            tasks.run("desktop notice", () -> {
                desktop.show(title, environment);
                return title;
            }, _ -> {}, e -> LOG.warn("A desktop notice failed: {}", e.toString()));
        }
    }
}
