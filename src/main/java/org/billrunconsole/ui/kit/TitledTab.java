package org.billrunconsole.ui.kit;

import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.layout.HBox;

/** Gives a tab a title with a number beside it. */
public final class TitledTab {

    private final Tab tab;
    private final Label title;
    private final Label badge = new Label();

    public TitledTab(Tab tab, String text) {
        this.tab = tab;
        title = new Label(text);
        title.getStyleClass().add("tab-title");
        badge.getStyleClass().add(Styles.BADGE);
        var box = new HBox(title, badge);
        box.getStyleClass().add("tab-title-box");
        tab.setGraphic(box);
        // Screen readers ask the tab for its text; to the eye the graphic says it.
        tab.getStyleClass().add("titled-tab");
        show("");
    }

    /** @param number what stands beside the title; nothing if empty */
    public void show(String number) {
        badge.setText(number);
        badge.setVisible(!number.isEmpty());
        badge.setManaged(!number.isEmpty());
        tab.setText((title.getText() + " " + number).strip());
    }
}
