package org.billrunconsole.ui.notices;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.ui.kit.PlainText;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.WrappedText;
import org.billrunconsole.ui.kit.look.ToneIcon;

/** A notice in the drawer: what happened, when, what kind of notice it is, and whether anybody has read it. */
final class NoticeRow extends VBox {

    NoticeRow(KeptNotice notice, Messages messages) {
        getStyleClass().add("notice-row");
        Styles.tone(this, notice.words().tone());
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        var kind = PlainText.in(new Label(messages.get("notices.kind." + Sentences.key(notice.kind()))));
        kind.getStyleClass().add("notice-kind");
        var fresh = PlainText.in(new Label(messages.get("notices.new")));
        fresh.getStyleClass().add(Styles.BADGE);
        fresh.setMinWidth(Region.USE_PREF_SIZE);
        var time = PlainText.in(new Label(notice.time()));
        time.getStyleClass().add("notice-kind");
        time.setMinWidth(Region.USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var top = new HBox(8, kind, fresh, gap, time);
        var title = paragraph(notice.words().title(), "notice-title");
        title.setGraphic(ToneIcon.of(notice.words().tone()));
        var text = paragraph(notice.words().text(), "notice-text");
        text.setManaged(!text.getText().isEmpty());
        text.setVisible(text.isManaged());
        getChildren().addAll(top, title, text);
        notice.unreadProperty().subscribe(unread -> {
            fresh.setVisible(unread);
            fresh.setManaged(unread);
            pseudoClassStateChanged(Styles.state("unread"), unread);
            setAccessibleText(messages.get(unread ? "notices.row.unread" : "notices.row", kind.getText(),
                    notice.time(), notice.words().title(), notice.words().text()));
        });
        setAccessibleHelp(messages.get(notice.run().isPresent() ? "notices.row.help" : "notices.row.help.read"));
    }

    private static Label paragraph(String words, String style) {
        var label = WrappedText.in(PlainText.in(new Label(words)));
        label.getStyleClass().add(style);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
