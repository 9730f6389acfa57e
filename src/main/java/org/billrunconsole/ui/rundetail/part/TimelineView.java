package org.billrunconsole.ui.rundetail.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.billrunconsole.domain.history.RunEvent;
import org.billrunconsole.i18n.FieldWords;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.ui.kit.WrappedText;

/** What this console saw happen to a run, newest first. */
public final class TimelineView {

    private static final int MOST = 200;

    private final VBox box = new VBox();
    private final ScrollPane root = new ScrollPane(box);
    private final Messages messages;
    private final Formats formats;
    private final Sentences sentences;
    private final FieldWords fields;
    private List<RunEvent> shown = List.of();

    public TimelineView(Messages messages, Formats formats, Sentences sentences) {
        box.getStyleClass().add("detail-body");
        root.setFitToWidth(true);
        this.messages = messages;
        this.formats = formats;
        this.sentences = sentences;
        this.fields = new FieldWords(messages, formats, sentences);
    }

    public Node root() {
        return root;
    }

    /** @param currency code of the run's currency, for amounts */
    public void show(List<RunEvent> timeline, Optional<String> currency) {
        if (timeline.equals(shown) && !box.getChildren().isEmpty()) {
            return;
        }
        shown = timeline;
        var lines = new ArrayList<Region>();
        timeline.reversed().stream().limit(MOST).forEach(event -> line(event, currency).ifPresent(
                text -> lines.add(row(event, text))));
        if (lines.isEmpty()) {
            var nothing = new Label(messages.get("timeline.nothing"));
            nothing.getStyleClass().add("muted");
            WrappedText.in(nothing);
            lines.add(nothing);
        }
        box.getChildren().setAll(lines);
    }

    private HBox row(RunEvent event, String text) {
        var time = new Label(formats.dateTime(event.time()));
        time.getStyleClass().addAll("muted", "small");
        time.setMinWidth(Region.USE_PREF_SIZE);
        var what = new Label(text);
        WrappedText.in(what);
        var who = new Label(messages.get("who." + Sentences.key(event.who())));
        who.getStyleClass().addAll("muted", "small");
        var body = new VBox(what, who);
        HBox.setHgrow(body, Priority.ALWAYS);
        var row = new HBox(14, time, body);
        row.getStyleClass().add("timeline-row");
        return row;
    }

    private Optional<String> line(RunEvent event, Optional<String> currency) {
        return switch (event) {
            case RunEvent.StageEntered entered -> Optional.of(messages.get(
                    entered.seen() ? "timeline.entered" : "timeline.found", sentences.stage(entered.stage())));
            case RunEvent.StageDone(_, _, var stage, _) -> Optional.of(messages.get("timeline.done",
                    sentences.stage(stage)));
            case RunEvent.FieldChanged changed -> Optional.of(fields.change(changed.field(),
                    changed.before().orElse(""), changed.now(), currency));
            case RunEvent.PercentSeen _,RunEvent.Drifted _ -> Optional.empty();
        };
    }
}
