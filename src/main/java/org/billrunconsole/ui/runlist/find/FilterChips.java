package org.billrunconsole.ui.runlist.find;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.ui.kit.PlainText;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The filters that are set and that nothing else shows, each to be taken away by itself; nothing while there is none. */
public final class FilterChips extends FlowPane {

    private final RunFilters filters;
    private final FilterWords words;
    private final Messages messages;
    private final Runnable whenNone;
    private final ObservableValue<Boolean> clearedElsewhere;

    /**
     * @param clearedElsewhere whether another button to clear all filters is shown already
     * @param whenNone         takes the keyboard once the last one is gone
     */
    public FilterChips(RunFilters filters, FilterWords words, Messages messages,
            ObservableValue<Boolean> clearedElsewhere, Runnable whenNone) {
        this.filters = filters;
        this.words = words;
        this.messages = messages;
        this.clearedElsewhere = clearedElsewhere;
        this.whenNone = whenNone;
        setId("filterChips");
        getStyleClass().add("filter-chips");
        managedProperty().bind(visibleProperty());
        filters.onTraits(this::show);
        clearedElsewhere.subscribe(_ -> show());
    }

    private void show() {
        var chips = words.chips(filters);
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < chips.size(); i++) {
            nodes.add(button(chips.get(i), i));
        }
        if (!chips.isEmpty() && !clearedElsewhere.getValue()) {
            var clear = PlainText.in(new Button(messages.get("list.clear-filters")));
            clear.setId("clearFilters");
            clear.getStyleClass().add("flat");
            clear.setOnAction(_ -> {
                filters.clear();
                whenNone.run();
            });
            nodes.add(clear);
        }
        getChildren().setAll(nodes);
        setVisible(!chips.isEmpty());
    }

    private Button button(FilterWords.Chip chip, int place) {
        var button = PlainText.in(new Button(chip.text(), new FontIcon(Feather.X)));
        button.getStyleClass().add("filter-chip");
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(messages.get("filters.remove", chip.text()));
        button.setOnAction(_ -> {
            chip.remove().run();
            // The keyboard stays among those that are left.
            var left = getChildren().stream().filter(node -> node.getStyleClass().contains("filter-chip")).toList();
            if (left.isEmpty()) {
                whenNone.run();
            } else {
                left.get(Math.min(place, left.size() - 1)).requestFocus();
            }
        });
        return button;
    }
}
