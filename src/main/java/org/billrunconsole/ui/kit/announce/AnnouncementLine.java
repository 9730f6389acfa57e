package org.billrunconsole.ui.kit.announce;

import java.time.InstantSource;
import javafx.animation.PauseTransition;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.util.Duration;

/**
 * The node whose accessible text is the newest announcement of its window. Nobody sees it, it takes no room and is no
 * stop of the keyboard, but a screen reader finds it as the first text of the window, also while a dialog is open.
 *
 * <p>JavaFX 26 has no live regions: neither UI Automation's notifications nor macOS's announcements are to be had from
 * it. The most that it can do is done here: it tells the system that the text of a node has become another one, which a
 * reader says if it follows that node, and can say again when it is asked for. While the window is hidden nothing is
 * kept for later.
 */
public final class AnnouncementLine extends Region {

    private final InstantSource clock;
    private final AnnouncementQueue queue = new AnnouncementQueue();
    private final PauseTransition wait = new PauseTransition();

    private AnnouncementLine(InstantSource clock) {
        this.clock = clock;
        setId("announcements");
        setManaged(false);
        setMouseTransparent(true);
        setAccessibleRole(AccessibleRole.TEXT);
        // What has no size is taken for something that is not on the screen.
        resize(1, 1);
        wait.setOnFinished(_ -> say());
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                queue.clear();
                wait.stop();
            }
        });
    }

    /** Puts one into a window's content, where it says all that is fired in it as {@link AnnounceEvent}. */
    public static AnnouncementLine in(Pane content, InstantSource clock) {
        var line = new AnnouncementLine(clock);
        content.getChildren().addFirst(line);
        content.addEventHandler(AnnounceEvent.ANNOUNCE, event -> {
            event.consume();
            line.announce(event.announcement());
        });
        return line;
    }

    /** Says it now, or when what is being said has been heard. */
    public void announce(Announcement announcement) {
        if (isOnScreen()) {
            queue.add(announcement);
        }
        say();
    }

    private void say() {
        wait.stop();
        if (!isOnScreen()) {
            queue.clear();
            return;
        }
        queue.next(clock.instant()).ifPresent(next -> {
            setAccessibleText(next.text());
            // Also if it is the same again, which is no change to the property.
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        });
        queue.until(clock.instant()).ifPresent(left -> {
            // A timer only while something waits, and never for less than a frame.
            wait.setDuration(Duration.millis(Math.max(20, left.toMillis())));
            wait.playFromStart();
        });
    }

    private boolean isOnScreen() {
        var window = getScene() == null ? null : getScene().getWindow();
        return window != null && window.isShowing() && !(window instanceof Stage stage && stage.isIconified());
    }
}
