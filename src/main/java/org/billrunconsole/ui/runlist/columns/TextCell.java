package org.billrunconsole.ui.runlist.columns;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.text.Text;
import org.billrunconsole.domain.Run;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.runlist.rows.RowFacts;

/** A cell that shows one text of a run. */
public final class TextCell<S> extends TableCell<S, RowFacts> implements ContentWidth {

    private static final PseudoClass WARNS = Styles.state("warns");

    private final Function<Run, String> text;
    private final Predicate<Run> warns;
    private Optional<NoteFlag> flag = Optional.empty();

    public TextCell(Function<Run, String> text, Predicate<Run> warns, String... styles) {
        this.text = text;
        this.warns = warns;
        getStyleClass().addAll(styles);
    }

    /** Has it show that there is a note on the run as well. */
    public TextCell<S> flagging(Messages messages) {
        flag = Optional.of(new NoteFlag(this, messages));
        return this;
    }

    @Override
    public double contentWidth() {
        var whole = new Text(getText());
        whole.setFont(getFont());
        return snappedLeftInset() + Math.ceil(whole.getLayoutBounds().getWidth())
                + flag.map(NoteFlag::width).orElse(0.0)
                + snappedRightInset();
    }

    @Override
    protected void updateItem(RowFacts facts, boolean empty) {
        super.updateItem(facts, empty);
        setText(empty || facts == null ? null : text.apply(facts.run()));
        flag.ifPresent(note -> note.show(empty || facts == null ? Optional.empty() : facts.note(), getText()));
        pseudoClassStateChanged(WARNS, !empty && facts != null && warns.test(facts.run()));
    }
}
