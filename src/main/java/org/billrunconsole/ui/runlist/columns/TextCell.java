package org.billrunconsole.ui.runlist.columns;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.text.Text;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.SearchText;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.look.MarkedText;
import org.billrunconsole.ui.runlist.rows.RowFacts;

/** A cell that shows one text of a run, and in it what is searched for. */
public final class TextCell<S> extends TableCell<S, RowFacts> implements ContentWidth {

    private static final PseudoClass WARNS = Styles.state("warns");

    private final Function<RowFacts, String> text;
    private final Predicate<RowFacts> warns;
    private final InvalidationListener listener = _ -> draw();
    private Optional<NoteFlag> flag = Optional.empty();
    private Optional<? extends Node> flagged = Optional.empty();
    private Optional<ObservableValue<List<String>>> searched = Optional.empty();
    private Optional<MarkedText> marked = Optional.empty();

    public TextCell(Function<RowFacts, String> text, Predicate<RowFacts> warns, String... styles) {
        this.text = text;
        this.warns = warns;
        getStyleClass().addAll(styles);
    }

    /** Has it show that there is a note on the run as well. */
    public TextCell<S> flagging(Messages messages) {
        flag = Optional.of(new NoteFlag(this, messages));
        return this;
    }

    /**
     * Has it mark what is searched for.
     *
     * @param words as {@link SearchText} has them; outlives the cell, which the table drops when it likes
     */
    public TextCell<S> marking(ObservableValue<List<String>> words) {
        searched = Optional.of(words);
        words.addListener(new WeakInvalidationListener(listener));
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
        setText(empty || facts == null ? null : text.apply(facts));
        flagged = flag.flatMap(note -> note.of(empty || facts == null ? Optional.empty() : facts.note(), getText()));
        pseudoClassStateChanged(WARNS, !empty && facts != null && warns.test(facts));
        draw();
    }

    @Override
    protected void layoutChildren() {
        if (getGraphic() instanceof MarkedText shown) {
            // A graphic is given the width it would like; this one can do with what there is, as a text can. Said before
            // and not mended afterwards: a graphic that changes its size while its cell is laid out asks for another
            // layout, and so for one in each frame.
            shown.setMaxWidth(Math.max(0, getWidth() - snappedLeftInset() - snappedRightInset()));
            shown.setPrefHeight(Math.max(0, getHeight() - snappedTopInset() - snappedBottomInset()));
        }
        super.layoutChildren();
    }

    private void draw() {
        // Read whether there is a text or not: what is not read does not tell of its next change.
        var words = searched.map(ObservableValue::getValue).orElse(List.of());
        var found = getText() == null ? List.<SearchText.Span>of() : SearchText.found(getText(), words);
        if (found.isEmpty()) {
            setContentDisplay(ContentDisplay.RIGHT);
            setGraphic(flagged.orElse(null));
            return;
        }
        var shown = marked.orElseGet(() -> new MarkedText(fontProperty(), textFillProperty(), getGraphicTextGap()));
        marked = Optional.of(shown);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setGraphic(shown);
        shown.show(getText(), found, flagged);
    }
}
