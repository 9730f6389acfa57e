package org.billrunconsole.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.billrunconsole.ui.kit.PlainText;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A list with its detail pane: side by side where there is room, else the pane as a drawer over the list. */
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
        getChildren().addAll(split, drawer, close);
        split.getItems().setAll(list, pane);
        widthProperty().subscribe(width -> arrange(width.doubleValue()));
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

    /** Brings the pane into sight, if it is not. */
    void openDrawer() {
        drawer.setVisible(narrow);
    }

    /** @return whether there was a drawer to close */
    boolean closeDrawer() {
        var open = drawer.isVisible();
        drawer.setVisible(false);
        if (open) {
            focusList.run();
        }
        return open;
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
            split.getItems().remove(pane);
            drawer.setCenter(pane);
        } else if (!now && narrow) {
            drawer.setVisible(false);
            drawer.setCenter(null);
            split.getItems().add(pane);
        }
        if (!now && (narrow || first)) {
            placeDivider = true;
            requestLayout();
        }
        narrow = now;
    }
}
