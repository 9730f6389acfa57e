package org.billrunconsole.ui.notices;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.billrunconsole.domain.RunKey;

/** A notice in the drawer; only whether it is unread ever changes. For the window's thread. */
public final class KeptNotice {

    private final String time;
    private final NoticeKind kind;
    private final NoticeWords.Words words;
    private final Optional<RunKey> run;
    private final ReadOnlyBooleanWrapper unread = new ReadOnlyBooleanWrapper(true);

    /**
     * @param time when it was noticed, in words
     * @param run  the run it is about; empty if it is about none
     */
    KeptNotice(String time, NoticeKind kind, NoticeWords.Words words, Optional<RunKey> run) {
        this.time = time;
        this.kind = kind;
        this.words = words;
        this.run = run;
    }

    public String time() {
        return time;
    }

    public NoticeKind kind() {
        return kind;
    }

    public NoticeWords.Words words() {
        return words;
    }

    public Optional<RunKey> run() {
        return run;
    }

    public ReadOnlyBooleanProperty unreadProperty() {
        return unread.getReadOnlyProperty();
    }

    void markRead() {
        unread.set(false);
    }
}
