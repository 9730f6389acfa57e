package org.billrunconsole.ui.notices;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.runs.Notice;

/**
 * The notices of a connection since it was opened, newest first, and which of them nobody has read; also those that were
 * not shown, as the operator did not want to be disturbed. The journal keeps them for longer. For the window's thread.
 */
public final class NoticesViewModel {

    /** So many are kept; whoever wants to see older ones finds them in the activity. */
    static final int MOST = 200;

    /** What the drawer shows. */
    public enum State {
        EMPTY, NO_MATCH, READY
    }

    private final NoticeWords words;
    private final Formats formats;
    private final List<KeptNotice> all = new ArrayList<>();
    private final ObservableList<KeptNotice> shown = FXCollections.observableArrayList();
    private final ObservableList<KeptNotice> shownOutside = FXCollections.unmodifiableObservableList(shown);
    private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Optional<NoticeKind>> kind = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.EMPTY);

    public NoticesViewModel(NoticeWords words, Formats formats) {
        this.words = words;
        this.formats = formats;
    }

    // ---- Properties

    /** Those of the chosen kind, newest first; one that comes or goes moves no other. */
    public ObservableList<KeptNotice> shown() {
        return shownOutside;
    }

    /** How many of all kinds nobody has read. */
    public ReadOnlyIntegerProperty unreadProperty() {
        return unread.getReadOnlyProperty();
    }

    /** The kind that is shown; empty for all. */
    public ReadOnlyObjectProperty<Optional<NoticeKind>> kindProperty() {
        return kind.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    // ---- Commands

    /** Keeps what was noticed of a run, and puts it into words. */
    public KeptNotice keep(Notice notice) {
        return keep(notice.time(), NoticeKind.of(notice), words.of(notice), Optional.of(notice.run()));
    }

    /** Keeps anything that the operator is told. */
    public KeptNotice keep(Instant time, NoticeKind about, NoticeWords.Words said, Optional<RunKey> run) {
        var fresh = new KeptNotice(formats.time(time), about, said, run);
        all.addFirst(fresh);
        if (isWanted(fresh)) {
            shown.addFirst(fresh);
        }
        if (all.size() > MOST) {
            shown.remove(all.removeLast());
        }
        derive();
        return fresh;
    }

    /** Somebody has looked at it. */
    public void read(KeptNotice notice) {
        notice.markRead();
        derive();
    }

    public void markAllRead() {
        all.forEach(KeptNotice::markRead);
        derive();
    }

    /** Shows one kind only, or all if empty. */
    public void show(Optional<NoticeKind> wanted) {
        kind.set(wanted);
        shown.setAll(all.stream().filter(this::isWanted).toList());
        derive();
    }

    private boolean isWanted(KeptNotice notice) {
        return kind.get().filter(wanted -> wanted != notice.kind()).isEmpty();
    }

    private void derive() {
        unread.set((int) all.stream().filter(each -> each.unreadProperty().get()).count());
        state.set(!shown.isEmpty() ? State.READY : all.isEmpty() ? State.EMPTY : State.NO_MATCH);
    }
}
