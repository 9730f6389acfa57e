package org.billrunconsole.ui.rundetail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.billrunconsole.domain.review.Acknowledgement;
import org.billrunconsole.i18n.CheckWords;
import org.billrunconsole.i18n.CheckWords.Line;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.ui.kit.Focus;
import org.billrunconsole.ui.kit.PlainText;
import org.billrunconsole.ui.kit.Tone;
import org.billrunconsole.ui.kit.WrappedText;
import org.billrunconsole.ui.kit.look.ToneIcon;

/** The checks of a run, one card each, most serious first; on each that warns somebody can say that they have looked. */
final class CheckLines {

    private record Entry(CheckLook look, Line line) {}

    private final VBox box;
    private final CheckLooksViewModel model;
    private final CheckWords words;
    private final Messages messages;
    private final Formats formats;
    private final Runnable noneLeft;
    /** A card stays while it says the same, with what is being written in it. */
    private Map<Entry, Node> cards = Map.of();

    /** @param noneLeft takes the keyboard where there is nothing more to say here */
    CheckLines(VBox box, CheckLooksViewModel model, CheckWords words, Messages messages, Formats formats,
            Runnable noneLeft) {
        this.noneLeft = noneLeft;
        this.box = box;
        this.model = model;
        this.words = words;
        this.messages = messages;
        this.formats = formats;
    }

    /** @param currency code of the run's cycle, for amounts */
    void show(List<CheckLook> looks, Optional<String> currency) {
        var lines = words.lines(looks.stream().map(CheckLook::check).toList(), currency);
        var now = new LinkedHashMap<Entry, Node>();
        for (int i = 0; i < looks.size(); i++) {
            var entry = new Entry(looks.get(i), lines.get(i));
            now.computeIfAbsent(entry, fresh -> Optional.ofNullable(cards.get(fresh)).orElseGet(() -> card(fresh)));
        }
        if (!now.equals(cards)) {
            var hadKeyboard = hasKeyboard();
            cards = now;
            box.getChildren().setAll(now.values());
            if (hadKeyboard && !hasKeyboard()) {
                // The field that had it is gone with its card.
                Optional.ofNullable(box.lookup(".check-look")).ifPresentOrElse(Node::requestFocus, noneLeft);
            }
        }
    }

    private boolean hasKeyboard() {
        return Focus.isWithin(box);
    }

    private Node card(Entry entry) {
        var line = entry.line();
        var icon = ToneIcon.of(line.serious() ? Tone.DANGER : line.warning() ? Tone.WARNING : Tone.ACCENT);
        var text = new Label(line.text());
        WrappedText.in(text);
        var body = new VBox(4, text);
        HBox.setHgrow(body, Priority.ALWAYS);
        var said = said(entry.look().looked());
        said.ifPresent(who -> {
            var label = new Label(who);
            WrappedText.in(label);
            label.getStyleClass().add("check-looked");
            body.getChildren().add(label);
        });
        if (entry.look().canBeGiven()) {
            body.getChildren().add(look(entry));
        }
        var card = new HBox(10, icon, body);
        card.getStyleClass().addAll("check-card", line.serious() ? "serious" : line.warning() ? "warning" : "info");
        card.setAccessibleText(line.severity() + ": " + line.text() + said.map(who -> " " + who).orElse(""));
        return card;
    }

    private Optional<String> said(Acknowledgement.State looked) {
        return switch (looked) {
            case Acknowledgement.State.NotGiven _ -> Optional.empty();
            case Acknowledgement.State.Holds(var one) -> Optional.of(messages.get("check.look.given", one.user(),
                    formats.dateTime(one.when()), one.reason()));
            case Acknowledgement.State.VoidNow(var one, _) -> Optional.of(voidNow(one));
            case Acknowledgement.State.CheckChanged(var one, _) -> Optional.of(voidNow(one));
        };
    }

    private String voidNow(Acknowledgement given) {
        return messages.get("check.look.void", given.user(), formats.dateTime(given.when()));
    }

    /** The link, and in its place the field for the reason once it is pressed. */
    private Node look(Entry entry) {
        var link = new Hyperlink(messages.get("review.look"));
        link.getStyleClass().add("check-look");
        link.setAccessibleText(messages.get("check.look.about", entry.line().text()));
        var reason = new TextField();
        reason.setPromptText(messages.get("review.look.reason"));
        reason.setAccessibleText(messages.get("review.look.reason"));
        HBox.setHgrow(reason, Priority.ALWAYS);
        var give = PlainText.in(new Button(messages.get("review.look.give")));
        give.setMinWidth(Button.USE_PREF_SIZE);
        give.disableProperty().bind(reason.textProperty().map(String::isBlank));
        var form = new HBox(8, reason, give);
        var place = new VBox(link);
        link.setOnAction(_ -> {
            place.getChildren().setAll(form);
            reason.requestFocus();
        });
        give.setOnAction(_ -> model.give(entry.look(), reason.getText()));
        reason.setOnAction(_ -> model.give(entry.look(), reason.getText()));
        Focus.keepEscape(form);
        form.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                key.consume();
                reason.clear();
                place.getChildren().setAll(link);
                link.requestFocus();
            }
        });
        return place;
    }
}
