package org.billrunconsole.ui.runlist.columns;

import java.util.function.Function;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.text.Text;
import org.billrunconsole.domain.Run;
import org.billrunconsole.ui.kit.Styles;

/** A cell that shows one text of a run. */
public final class TextCell<S> extends TableCell<S, Run> implements ContentWidth {

    private static final PseudoClass WARNS = Styles.state("warns");

    private final Function<Run, String> text;
    private final Predicate<Run> warns;

    public TextCell(Function<Run, String> text, Predicate<Run> warns, String... styles) {
        this.text = text;
        this.warns = warns;
        getStyleClass().addAll(styles);
    }

    @Override
    public double contentWidth() {
        var whole = new Text(getText());
        whole.setFont(getFont());
        return snappedLeftInset() + Math.ceil(whole.getLayoutBounds().getWidth()) + snappedRightInset();
    }

    @Override
    protected void updateItem(Run run, boolean empty) {
        super.updateItem(run, empty);
        setText(empty || run == null ? null : text.apply(run));
        pseudoClassStateChanged(WARNS, !empty && run != null && warns.test(run));
    }
}
