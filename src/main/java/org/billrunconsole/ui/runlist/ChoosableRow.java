package org.billrunconsole.ui.runlist;

import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.billrunconsole.ui.kit.PlainText;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.WhileShown;
import org.billrunconsole.ui.runlist.columns.GroupWords;
import org.billrunconsole.ui.runlist.rows.GroupRow;
import org.billrunconsole.ui.runlist.rows.ListRow;
import org.billrunconsole.ui.runlist.rows.RunRow;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A row of the table: of a run, with a look of its own while it is chosen, or the header of a group, which lies over
 * all columns.
 */
final class ChoosableRow extends TableRow<ListRow> {

    private static final PseudoClass CHOSEN = Styles.state("chosen");
    private static final PseudoClass GROUP = Styles.state("group");

    private final RunListViewModel model;
    private final GroupWords words;
    private final Function<RunRow, String> spoken;
    private Optional<Header> header = Optional.empty();
    private Subscription following = Subscription.EMPTY;

    /** @param spoken says a run's row in words, whenever a screen reader asks for it */
    ChoosableRow(RunListViewModel model, GroupWords words, Function<RunRow, String> spoken) {
        this.model = model;
        this.words = words;
        this.spoken = spoken;
        WhileShown.subscribe(this, _ -> model.chosenProperty().subscribe(_ -> show()));
    }

    @Override
    protected void updateItem(ListRow row, boolean empty) {
        super.updateItem(row, empty);
        following.unsubscribe();
        following = !empty && row instanceof GroupRow group ? group.shownProperty().subscribe(_ -> show())
                : Subscription.EMPTY;
        show();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        header.filter(Header::isVisible).ifPresent(over -> {
            // The skin puts the cells there alone whenever columns change.
            if (!getChildren().contains(over)) {
                getChildren().add(over);
            }
            over.resizeRelocate(0, 0, getWidth(), getHeight());
        });
    }

    /** Said only when it is asked for: most rows never are, and many change at every tick. */
    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT && !isEmpty() && getItem() instanceof RunRow run
                ? spoken.apply(run)
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    private void show() {
        var row = isEmpty() ? null : getItem();
        pseudoClassStateChanged(CHOSEN, row instanceof RunRow run && model.chosenProperty().get().contains(run.key()));
        pseudoClassStateChanged(GROUP, row instanceof GroupRow);
        if (row instanceof GroupRow group) {
            var over = header.orElseGet(Header::new);
            header = Optional.of(over);
            over.show(group);
            over.setVisible(true);
            requestLayout();
        } else {
            header.ifPresent(over -> over.setVisible(false));
            setAccessibleText(null);
        }
    }

    /** What stands in the header of a group. */
    private final class Header extends HBox {

        private final CheckBox box = PlainText.in(new CheckBox());
        private final FontIcon arrow = new FontIcon();
        private final Label name = PlainText.in(new Label());
        private final Label sums = PlainText.in(new Label());

        Header() {
            getStyleClass().add("group-header");
            setManaged(false);
            box.setFocusTraversable(false);
            name.getStyleClass().add(Styles.STRONG);
            sums.getStyleClass().add(Styles.MUTED);
            getChildren().addAll(box, arrow, name, sums);
        }

        void show(GroupRow group) {
            var shown = group.shownProperty().get();
            var chosen = model.chosenIn(group.key());
            box.setSelected(chosen > 0 && chosen == shown.group().runs());
            box.setIndeterminate(chosen > 0 && chosen < shown.group().runs());
            arrow.setIconCode(shown.collapsed() ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_DOWN);
            name.setText(words.name(shown.group()));
            sums.setText(words.sums(shown.group()));
            ChoosableRow.this.setAccessibleText(words.spoken(shown, chosen));
        }
    }
}
