package org.billrunconsole.ui.rundetail.timeline;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.billrunconsole.domain.Run;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.ui.kit.PlainText;
import org.billrunconsole.ui.kit.WrappedText;
import org.billrunconsole.ui.rundetail.timeline.TimelineEntry.Kind;
import org.billrunconsole.ui.rundetail.timeline.TimelineViewModel.Content;
import org.billrunconsole.ui.rundetail.timeline.TimelineViewModel.Journal;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Binds the tab with what has happened to a run. */
public final class TimelineTabController {

    private final TimelineViewModel model;
    private final Function<Run, Optional<String>> currency;
    private final Messages messages;
    private final Formats formats;
    private final TimelineWords words;
    private final Map<Kind, ToggleButton> toggles = new EnumMap<>(Kind.class);

    @FXML
    private FlowPane timelineKinds;
    @FXML
    private Label timelineCount;
    @FXML
    private Hyperlink timelineAll;
    @FXML
    private HBox timelineFailed;
    @FXML
    private VBox timelineNothing;
    @FXML
    private Label timelineNothingText;
    @FXML
    private VBox timelineEntries;
    @FXML
    private Hyperlink timelineMore;

    private List<TimelineEntry> shown = List.of();
    private Optional<String> shownIn = Optional.empty();

    /** @param currency code of a run's currency, for amounts */
    public TimelineTabController(TimelineViewModel model, Function<Run, Optional<String>> currency, Messages messages,
            Formats formats, Sentences sentences) {
        this.model = model;
        this.currency = currency;
        this.messages = messages;
        this.formats = formats;
        this.words = new TimelineWords(messages, formats, sentences);
    }

    @FXML
    void initialize() {
        for (var kind : Kind.values()) {
            var toggle = PlainText.in(new ToggleButton());
            toggle.setId("timelineKind" + kind.name().charAt(0) + kind.name().substring(1).toLowerCase(Locale.ROOT));
            toggle.getStyleClass().addAll("small", "timeline-kind");
            toggle.setMinWidth(Region.USE_PREF_SIZE);
            toggle.setOnAction(_ -> model.want(kind, toggle.isSelected()));
            toggles.put(kind, toggle);
            timelineKinds.getChildren().add(toggle);
        }
        model.contentProperty().subscribe(this::show);
    }

    /** Fills the tab with a run. */
    public void show(Run run) {
        model.show(run);
    }

    /** Words may have grown old, and the journal longer. */
    public void secondPassed() {
        model.secondPassed();
    }

    @FXML
    void showAll() {
        model.wantAll();
        toggles.get(Kind.STEP).requestFocus();
    }

    @FXML
    void showMore() {
        model.showMore();
    }

    @FXML
    void tryAgain() {
        model.tryAgain();
        toggles.get(Kind.STEP).requestFocus();
    }

    private void show(Content now) {
        toggles.forEach((kind, toggle) -> {
            toggle.setText(messages.get("timeline.kind.count", words.kind(kind), formats.number(now.counts()
                    .getOrDefault(kind, 0))));
            toggle.setSelected(now.wanted().contains(kind));
        });
        appear(timelineAll, !now.wanted().isEmpty());
        appear(timelineFailed, now.journal() == Journal.FAILED);
        timelineCount.setText(now.entries().size() < now.all()
                ? messages.get("timeline.count.some", formats.number(now.entries().size()), formats.number(now.all()))
                : messages.get("timeline.count", now.all()));
        var nothing = now.matching() == 0 && now.journal() != Journal.READING;
        appear(timelineNothing, nothing);
        timelineNothingText.setText(messages.get(now.all() == 0 ? "timeline.nothing" : "timeline.no-match"));
        var more = now.matching() > now.entries().size();
        if (!more && timelineMore.isFocused()) {
            toggles.get(Kind.STEP).requestFocus();
        }
        appear(timelineMore, more);
        showEntries(now);
    }

    private void showEntries(Content now) {
        var money = now.run().flatMap(currency);
        if (!now.entries().equals(shown) || !money.equals(shownIn)) {
            shown = now.entries();
            shownIn = money;
            timelineEntries.getChildren().setAll(shown.stream().map(entry -> row(entry, money)).toList());
        }
    }

    private HBox row(TimelineEntry entry, Optional<String> money) {
        var icon = new FontIcon(icon(entry.kind()));
        icon.getStyleClass().add("timeline-icon");
        var what = new Label(words.what(entry, money));
        WrappedText.in(what);
        var by = new Label(messages.get("timeline.by", words.time(entry), words.who(entry)));
        WrappedText.in(by);
        by.getStyleClass().addAll("muted", "small");
        var body = new VBox(what, by);
        HBox.setHgrow(body, Priority.ALWAYS);
        var row = new HBox(10, icon, body);
        row.getStyleClass().addAll("timeline-row", entry.kind() == Kind.ERROR ? "error" : "told");
        row.setAccessibleText(messages.get("timeline.accessible", words.kind(entry.kind()), what.getText(),
                by.getText()));
        return row;
    }

    private static Feather icon(Kind kind) {
        return switch (kind) {
            case STEP -> Feather.CHEVRONS_RIGHT;
            case OTHERS -> Feather.USERS;
            case CHECK -> Feather.EYE;
            case NOTE -> Feather.FLAG;
            case ERROR -> Feather.ALERT_TRIANGLE;
        };
    }

    private static void appear(Node part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }
}
