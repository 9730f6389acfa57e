package org.billrunconsole.ui.kit.announce;

import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.util.Subscription;
import org.billrunconsole.ui.kit.announce.Announcement.Urgency;

/**
 * Has said what a label says of trouble, whenever it comes into sight or says something else: nobody's keyboard is on a
 * label. Whoever shows and fills it need not know of it.
 */
public final class AnnouncedLabel {

    private final Labeled label;
    private final Urgency urgency;
    private final String about;
    private Subscription around = Subscription.EMPTY;
    private String said = "";

    private AnnouncedLabel(Labeled label, Urgency urgency, String about) {
        this.label = label;
        this.urgency = urgency;
        this.about = about;
    }

    /** Follows a label that tells of a failure, or why something is refused. */
    public static void error(Labeled label) {
        follow(label, Urgency.ERROR);
    }

    /**
     * Follows a label for as long as it exists. It is taken for hidden while the part that it lies in, or what that lies
     * in, is; of these only the next one up is watched.
     */
    public static void follow(Labeled label, Urgency urgency) {
        follow(label, urgency, "");
    }

    /**
     * The same.
     *
     * @param about what it is about, as in {@link Announcement}
     */
    public static void follow(Labeled label, Urgency urgency, String about) {
        var followed = new AnnouncedLabel(label, urgency, about);
        label.textProperty().subscribe(_ -> followed.look());
        label.visibleProperty().subscribe(_ -> followed.look());
        label.sceneProperty().subscribe(_ -> followed.look());
        label.parentProperty().subscribe(followed::watch);
    }

    private void watch(Parent parent) {
        around.unsubscribe();
        around = parent == null ? Subscription.EMPTY : parent.visibleProperty().subscribe(_ -> look());
    }

    private void look() {
        var now = isShown() ? Objects.requireNonNullElse(label.getText(), "") : "";
        if (!now.equals(said)) {
            said = now;
            if (!now.isBlank()) {
                AnnounceEvent.fire(label, new Announcement(urgency, about, now));
            }
        }
    }

    private boolean isShown() {
        return label.getScene() != null
                && Stream.<Node>iterate(label, Objects::nonNull, Node::getParent).allMatch(Node::isVisible);
    }
}
