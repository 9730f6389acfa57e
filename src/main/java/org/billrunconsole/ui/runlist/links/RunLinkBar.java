package org.billrunconsole.ui.runlist.links;

import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.ui.kit.PlainText;
import org.billrunconsole.ui.kit.Styles;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says below the search where the link in it leads. A link that is pasted is followed at once, a typed one on Enter. */
public final class RunLinkBar extends HBox {

    private final RunLinks links;
    private final StringProperty search;
    private final Label text = new Label();
    private final Button open = PlainText.in(new Button());

    /** @param search the text of the search */
    public RunLinkBar(RunLinks links, StringProperty search) {
        this.links = links;
        this.search = search;
        setId("linkAnswer");
        getStyleClass().add("item-answer");
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(USE_PREF_SIZE);
        text.setId("linkAnswerText");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        setHgrow(text, Priority.ALWAYS);
        open.setId("linkOpen");
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.setOnAction(_ -> go());
        getChildren().setAll(new FontIcon(Feather.LINK), text, open);
        links.answerProperty().subscribe(this::show);
        search.addListener((_, before, now) -> changed(before, now));
        // What was there before the list was made; a start may have put it there.
        changed("", search.get());
    }

    /** Follows the link in the search, if there is one. */
    public void go() {
        links.go(() -> search.set(""));
    }

    private void changed(String before, String now) {
        links.type(now);
        // Whoever types a link passes through its beginning.
        var pasted = RunKey.ofLink(now).isPresent() && RunKey.beginningOfLink(before).isEmpty();
        if (pasted) {
            go();
        }
    }

    private void show(Optional<RunLinks.Answer> answer) {
        setVisible(answer.isPresent());
        setManaged(answer.isPresent());
        text.setText(answer.map(RunLinks.Answer::text).orElse(""));
        pseudoClassStateChanged(Styles.state("warns"), answer.filter(RunLinks.Answer::warns).isPresent());
        var offer = answer.flatMap(RunLinks.Answer::offer);
        open.setText(offer.orElse(""));
        open.setVisible(offer.isPresent());
        open.setManaged(offer.isPresent());
    }
}
