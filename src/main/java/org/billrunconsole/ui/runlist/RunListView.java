package org.billrunconsole.ui.runlist;

import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.i18n.DeadlineWords;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.ui.kit.Fxml;
import org.billrunconsole.ui.runlist.columns.ColumnFields;
import org.billrunconsole.ui.runlist.columns.GroupWords;
import org.billrunconsole.ui.runlist.columns.RunColumns;
import org.billrunconsole.ui.runlist.columns.RunTexts;
import org.billrunconsole.ui.runlist.find.FilterWords;

/**
 * A list made ready for the window.
 *
 * @param root       what to show
 * @param body       the table and what stands in its place; part of the root
 * @param controller for the commands that come from the window's keys
 */
public record RunListView(VBox root, StackPane body, RunListController controller) {

    public static RunListView create(RunListViewModel model, Fxml fxml, Messages messages, Formats formats,
            Sentences sentences) {
        var texts = new RunTexts(messages, formats);
        var fields = new ColumnFields(messages, sentences, texts, model.referenceData(), model.analysis(),
                new DeadlineWords(messages, formats));
        var columns = new RunColumns(fields, texts, messages, sentences,
                model.filters().searchedProperty());
        var words = new FilterWords(messages, formats, sentences);
        var toolbar = new RunToolbarController(model, words, messages);
        var controller = new RunListController(model, toolbar, columns, words, new GroupWords(messages, formats),
                messages, sentences);
        var root = (VBox) fxml.load(controller, toolbar);
        return new RunListView(root, controller.body(), controller);
    }

    /** The node id of a kind's table, under which its layout is remembered too. */
    public static String tableId(RunKind kind) {
        return switch (kind) {
            case REGULAR -> "runsTable";
            case ADHOC -> "adhocTable";
        };
    }

    /** True for a click that selects a row that holds a run; one that only chooses it does not. */
    public static boolean selectsRow(MouseEvent click) {
        return click.getButton() == MouseButton.PRIMARY && TableChoosing.row(click.getPickResult()).isPresent()
                && !TableChoosing.isChoosing(click);
    }
}
