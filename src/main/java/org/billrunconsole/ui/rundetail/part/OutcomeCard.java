package org.billrunconsole.ui.rundetail.part;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.billrunconsole.i18n.OutcomeWords;
import org.billrunconsole.runs.write.UnansweredWrite;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.Tone;
import org.billrunconsole.ui.kit.look.OutcomeTones;

/**
 * The card at the top of the detail pane for a change without an answer: first that it is not known, then what came of
 * it.
 */
public final class OutcomeCard {

    private final HBox card;
    private final Label title;
    private final Label text;
    private final Button putAway;
    private final OutcomeWords words;

    public OutcomeCard(HBox card, Label title, Label text, Button putAway, OutcomeWords words) {
        this.card = card;
        this.title = title;
        this.text = text;
        this.putAway = putAway;
        this.words = words;
    }

    public void show(Optional<UnansweredWrite> unanswered) {
        card.setVisible(unanswered.isPresent());
        card.setManaged(unanswered.isPresent());
        unanswered.ifPresent(this::show);
    }

    private void show(UnansweredWrite write) {
        var action = write.command().action();
        switch (write) {
            case UnansweredWrite.BeingFoundOut(_, var begun) -> show(words.openTitle(action), words.openText(begun),
                    Tone.WARNING, false);
            case UnansweredWrite.NotKeptYet(_, _, var finding) -> show(words.title(action, finding), words.notKeptText(
                    finding), Tone.DANGER, false);
            case UnansweredWrite.FoundOut(_, var begun, var finding) -> show(words.title(action, finding), words.text(
                    finding, begun), OutcomeTones.of(finding), true);
        }
    }

    private void show(String head, String body, Tone tone, boolean over) {
        title.setText(head);
        text.setText(body);
        putAway.setVisible(over);
        putAway.setManaged(over);
        Styles.tone(card, tone);
    }
}
