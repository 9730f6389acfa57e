package org.billrunconsole.ui.notices;

import atlantafx.base.controls.ModalPane;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.ui.kit.Choices;
import org.billrunconsole.ui.kit.PlainText;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.WhileShown;
import org.billrunconsole.ui.kit.WrappedText;
import org.billrunconsole.ui.kit.dialog.DialogBody;
import org.billrunconsole.ui.kit.dialog.ModalCard;

/** The drawer at the window's right edge that holds the notices. Each leads to its run, by mouse and by keyboard. */
public final class NoticeDrawer extends VBox {

    private final NoticesViewModel model;
    private final Messages messages;
    private final VBox rows = new VBox();
    private final Label unread = new Label();
    private final ComboBox<Optional<NoticeKind>> kinds = new ComboBox<>();
    private final Button allRead;
    private final Button allKinds;
    private final Button close;
    private final Label nothing = WrappedText.in(PlainText.in(new Label()));
    private final VBox nothingPane;
    private Consumer<KeptNotice> choose = _ -> {};

    private NoticeDrawer(NoticesViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        setId("noticeDrawer");
        getStyleClass().addAll("dialog-card", "notice-drawer");
        allRead = button("noticesAllRead", "notices.all-read");
        allKinds = button("noticesAllKinds", "notices.all-kinds.show");
        close = button("noticesClose", "notices.close");
        close.setCancelButton(true);
        nothingPane = new VBox(nothing, allKinds);
        nothingPane.getStyleClass().add("notices-nothing");
        rows.setId("noticeList");
        rows.getStyleClass().add("notice-list");
        var body = new DialogBody();
        body.setContent(new VBox(nothingPane, rows));
        setVgrow(body, Priority.ALWAYS);
        var foot = new HBox(close);
        foot.getStyleClass().add("dialog-foot");
        getChildren().addAll(head(), bar(), body, foot);
    }

    /**
     * Shows it over the window, unless a dialog is open.
     *
     * @param look shows a run once the drawer is gone
     */
    public static void show(NoticesViewModel model, Messages messages, ModalPane over, Consumer<RunKey> look) {
        var drawer = new NoticeDrawer(model, messages);
        drawer.fill();
        ModalCard.show(drawer, over, drawer::first).ifPresent(card -> {
            over.setAlignment(Pos.CENTER_RIGHT);
            drawer.setMaxHeight(Double.MAX_VALUE);
            drawer.close.setOnAction(_ -> card.close());
            drawer.choose = notice -> {
                model.read(notice);
                notice.run().ifPresent(run -> {
                    card.close();
                    look.accept(run);
                });
            };
        });
    }

    private Node head() {
        var title = new Label(messages.get("notices.title"));
        title.getStyleClass().add("notices-title");
        unread.getStyleClass().add(Styles.MUTED);
        var head = new HBox(title, unread);
        head.getStyleClass().addAll("dialog-title", "notices-head");
        head.setMinHeight(Region.USE_PREF_SIZE);
        return head;
    }

    private Node bar() {
        kinds.setId("noticeKinds");
        kinds.setAccessibleText(messages.get("notices.kinds"));
        kinds.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(kinds, Priority.ALWAYS);
        Choices.fill(kinds, Stream.concat(Stream.of(Optional.<NoticeKind>empty()), Stream.of(NoticeKind.values()).map(
                Optional::of)).toList(), kind -> messages.get(kind.map(NoticeDrawer::key).orElse("notices.kind.all")));
        kinds.setValue(model.kindProperty().get());
        kinds.valueProperty().subscribe(model::show);
        allRead.setMinWidth(Region.USE_PREF_SIZE);
        allRead.setOnAction(_ -> model.markAllRead());
        allKinds.setOnAction(_ -> {
            kinds.setValue(Optional.empty());
            first().requestFocus();
        });
        var bar = new HBox(kinds, allRead);
        bar.getStyleClass().add("notices-bar");
        return bar;
    }

    /** What the drawer shows follows the notices as long as it is in the window. */
    private void fill() {
        WhileShown.subscribe(this, _ -> {
            rows.getChildren().setAll(model.shown().stream().map(this::row).toList());
            ListChangeListener<KeptNotice> listener = this::changed;
            model.shown().addListener(listener);
            var number = model.unreadProperty().subscribe(count -> {
                unread.setText(messages.get("notices.unread", count));
                allRead.setDisable(count.intValue() == 0);
            });
            return model.stateProperty().subscribe(this::show).and(number).and(
                    () -> model.shown().removeListener(listener));
        });
    }

    private void show(NoticesViewModel.State state) {
        var ready = state == NoticesViewModel.State.READY;
        appear(nothingPane, !ready);
        appear(allKinds, state == NoticesViewModel.State.NO_MATCH);
        nothing.setText(messages.get(state == NoticesViewModel.State.NO_MATCH ? "notices.no-match" : "notices.empty"));
    }

    private void changed(ListChangeListener.Change<? extends KeptNotice> change) {
        while (change.next()) {
            rows.getChildren().remove(change.getFrom(), change.getFrom() + change.getRemovedSize());
            rows.getChildren().addAll(change.getFrom(), change.getAddedSubList().stream().map(this::row).toList());
        }
    }

    private Node row(KeptNotice notice) {
        var row = new NoticeRow(notice, messages);
        row.setOnMouseClicked(_ -> choose.accept(notice));
        row.addEventHandler(KeyEvent.KEY_PRESSED, press -> {
            switch (press.getCode()) {
                case ENTER, SPACE -> choose.accept(notice);
                case DOWN, UP -> step(row, press.getCode() == KeyCode.DOWN ? 1 : -1);
                default -> {
                    return;
                }
            }
            press.consume();
        });
        return row;
    }

    private void step(Node from, int by) {
        var place = rows.getChildren().indexOf(from) + by;
        if (place >= 0 && place < rows.getChildren().size()) {
            rows.getChildren().get(place).requestFocus();
        }
    }

    private Node first() {
        return rows.getChildren().isEmpty() ? kinds : rows.getChildren().getFirst();
    }

    private Button button(String id, String key) {
        var button = PlainText.in(new Button(messages.get(key)));
        button.setId(id);
        return button;
    }

    private static String key(NoticeKind kind) {
        return "notices.kind." + Sentences.key(kind);
    }

    private static void appear(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
