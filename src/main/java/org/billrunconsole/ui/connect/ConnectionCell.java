package org.billrunconsole.ui.connect;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.settings.ConnectionProfile;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.Tone;
import org.billrunconsole.ui.kit.look.Pill;

/** A connection in the list: its name, its address and how much can go wrong there. */
final class ConnectionCell extends ListCell<ConnectionProfile> {

    private final Messages messages;
    private final Label name = new Label();
    private final Label address = new Label();
    private final Pill kind = new Pill();
    private final VBox lines;

    ConnectionCell(Messages messages) {
        this.messages = messages;
        name.getStyleClass().add(Styles.STRONG);
        address.getStyleClass().addAll(Styles.MUTED, "small");
        kind.setMinWidth(USE_PREF_SIZE);
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var first = new HBox(name, kind);
        first.getStyleClass().add("connection-row");
        // The address has a line to itself: beside the kind even short ones were cut.
        lines = new VBox(first, address);
        // Without it a long address would widen the list instead of being cut.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(ConnectionProfile profile, boolean empty) {
        super.updateItem(profile, empty);
        if (empty || profile == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        var what = messages.get("shell.environment." + Sentences.key(profile.kind()));
        name.setText(profile.name());
        address.setText(profile.id().equals(ConnectionProfile.SANDBOX_ID)
                ? messages.get("connect.built-in")
                : profile.connection().address());
        kind.show(what, tone(profile.kind()));
        setGraphic(lines);
        setAccessibleText(what + " " + profile.name() + " " + address.getText());
    }

    private static Tone tone(ConnectionKind kind) {
        return switch (kind) {
            case SANDBOX -> Tone.SUCCESS;
            case TEST -> Tone.WARNING;
            case PRODUCTION -> Tone.DANGER;
        };
    }
}
