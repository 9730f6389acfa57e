package org.billrunconsole.ui.shell;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.billrunconsole.ui.kit.Focus;
import org.billrunconsole.ui.kit.PlainText;
import org.billrunconsole.ui.kit.WhileShown;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A list with its detail pane: side by side where there is room, else the pane as a drawer over the list. The drawer
 * follows the operator, not the window: once asked for, it is open in every narrow width until it is closed. Window
 * managers widen a window for a moment when they move or resize it.
 */
final class ListDetailPane extends StackPane {

    /** Below this width the pane becomes a drawer. */
    static final double DRAWER_BELOW = 1180;

    private static final double PANE_WIDTH = 412;
    private static final double WIDEST_PANE = 1200;

    private final Region pane;
    private final Runnable focusList;
    private final SplitPane split = new SplitPane();
    private final BorderPane drawer = new BorderPane();
    private boolean narrow;
    /** Whether the operator wants the pane in sight, which beside the list it is anyway. */
    private boolean wanted;
    private boolean placeDivider;
    private double paneWidth = PANE_WIDTH;

    ListDetailPane(Node list, Parent pane, Runnable focusList, String closeText) {
        this.pane = (Region) pane;
        this.focusList = focusList;
        split.getStyleClass().add("workspace");
        SplitPane.setResizableWithParent(this.pane, false);
        drawer.getStyleClass().add("drawer");
        drawer.setMaxWidth(PANE_WIDTH);
        drawer.setVisible(false);
        StackPane.setAlignment(drawer, Pos.CENTER_RIGHT);
        var close = PlainText.in(new Button(null, new FontIcon(Feather.X)));
        close.getStyleClass().addAll("flat", "icon-button", "drawer-close");
        close.setAccessibleText(closeText);
        close.setOnAction(_ -> closeDrawer());
        StackPane.setAlignment(close, Pos.TOP_RIGHT);
        close.visibleProperty().bind(drawer.visibleProperty());
        // Tab comes to it before what is below it, in the drawer; it stands over that all the same.
        close.setViewOrder(-1);
        getChildren().addAll(split, close, drawer);
        split.getItems().setAll(list, pane);
        widthProperty().subscribe(width -> arrange(width.doubleValue()));
        WhileShown.subscribe(this, scene -> scene.focusOwnerProperty().subscribe(this::uncover));
    }

    /** How wide the operator has made the pane, in pixels. */
    double paneWidth() {
        return narrow || pane.getWidth() == 0 ? paneWidth : pane.getWidth();
    }

    /** Makes the pane that wide, wherever it stands beside the list. */
    void setPaneWidth(double width) {
        paneWidth = Math.clamp(width, pane.minWidth(-1), WIDEST_PANE);
        placeDivider = !narrow;
        requestLayout();
    }

    /** Brings the pane into sight, and keeps it there if the window becomes narrow. */
    void openDrawer() {
        wanted = true;
        drawer.setVisible(narrow);
    }

    /** @return whether there was a drawer to close */
    boolean closeDrawer() {
        if (!drawer.isVisible()) {
            return false;
        }
        wanted = false;
        drawer.setVisible(false);
        focusList.run();
        return true;
    }

    /** What has the keyboard is not to be under the drawer; of a table it is a row that has it, seen beside the drawer. */
    private void uncover(Node keyboard) {
        if (drawer.isVisible() && keyboard != null && Focus.isWithin(split) && !(keyboard instanceof TableView<?>)
                && sceneToLocal(keyboard.localToScene(keyboard.getLayoutBounds())).getMaxX() > drawer
                        .getBoundsInParent().getMinX()) {
            wanted = false;
            drawer.setVisible(false);
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (placeDivider && split.getWidth() > 0) {
            // Only now is the split as wide as the window; its positions are shares of that.
            placeDivider = false;
            // It deals with its new item in its own layout, and would place the divider itself.
            split.applyCss();
            split.layout();
            split.setDividerPositions(1 - paneWidth / split.getWidth());
            split.layout();
            // The divider takes some of it; without this the pane would be smaller after every start.
            split.setDividerPositions(1 - (2 * paneWidth - pane.getWidth()) / split.getWidth());
        }
    }

    private void arrange(double width) {
        if (width <= 0) {
            return;
        }
        var now = width < DRAWER_BELOW;
        var first = pane.getWidth() == 0;
        if (now && !narrow) {
            paneWidth = first ? paneWidth : Math.max(pane.getWidth(), pane.getMinWidth());
            move(() -> {
                split.getItems().remove(pane);
                drawer.setCenter(pane);
                drawer.setVisible(wanted);
            });
        } else if (!now && narrow) {
            move(() -> {
                drawer.setVisible(false);
                drawer.setCenter(null);
                split.getItems().add(pane);
                // Only in its layout does it take up a new item.
                split.layout();
            });
        }
        if (!now && (narrow || first)) {
            placeDivider = true;
            requestLayout();
        }
        narrow = now;
    }

    /** Moves the pane; if the keyboard is in it, it stays in sight and the keyboard in it. */
    private void move(Runnable change) {
        var keyboard = Optional.ofNullable(getScene()).map(Scene::getFocusOwner).filter(this::isInPane);
        wanted |= keyboard.isPresent();
        change.run();
        keyboard.ifPresent(Node::requestFocus);
    }

    private boolean isInPane(Node node) {
        return Stream.<Node>iterate(node, Objects::nonNull, Node::getParent).anyMatch(part -> part == pane);
    }
}
