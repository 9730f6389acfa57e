package org.billrunconsole.ui.kit.announce;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import org.billrunconsole.ui.kit.announce.Announcement.Urgency;

/**
 * Fired where something happened that a screen reader is to say, and handled by the window that it happened in, also
 * while a dialog is open there. So whoever has something to say need not know who says it. From a node that is in no
 * window it goes nowhere.
 */
public final class AnnounceEvent extends Event {

    public static final EventType<AnnounceEvent> ANNOUNCE = new EventType<>(Event.ANY, "ANNOUNCE");

    private static final long serialVersionUID = 1;

    private final transient Announcement announcement;

    private AnnounceEvent(Announcement announcement) {
        super(ANNOUNCE);
        this.announcement = announcement;
    }

    /** Has something said. */
    public static void fire(Node where, Announcement announcement) {
        where.fireEvent(new AnnounceEvent(announcement));
    }

    /** Has something said that failed, was refused or cannot be understood; nothing if the text is empty. */
    public static void error(Node where, String text) {
        fire(where, Urgency.ERROR, text);
    }

    /** Has something said; nothing if the text is empty. */
    public static void fire(Node where, Urgency urgency, String text) {
        if (!text.isBlank()) {
            fire(where, new Announcement(urgency, text));
        }
    }

    public Announcement announcement() {
        return announcement;
    }
}
