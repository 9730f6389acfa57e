package org.billrunconsole.ui.review;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.ui.kit.Clipboards;
import org.billrunconsole.ui.kit.Focus;
import org.billrunconsole.ui.kit.LazyTooltips;
import org.billrunconsole.ui.kit.Searchable;
import org.billrunconsole.ui.kit.TabSeparated;
import org.billrunconsole.ui.kit.Tone;
import org.billrunconsole.ui.kit.WrappedText;
import org.billrunconsole.ui.kit.focus.ColumnKeys;
import org.billrunconsole.ui.kit.look.Pill;
import org.billrunconsole.ui.kit.look.RunLooks;
import org.billrunconsole.ui.kit.look.SpokenRow;
import org.billrunconsole.ui.kit.look.StageBar;
import org.billrunconsole.ui.review.ReviewViewModel.Since;
import org.billrunconsole.ui.review.ReviewViewModel.State;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Binds the review of an open run. */
public final class ReviewController implements Searchable {

    /** Below this width, in pixels, the lists need what they can get. */
    private static final double NARROW = 1180;
    private static final double NARROW_SIDE = 244;
    private static final double SIDE = 346;

    private final ReviewViewModel model;
    private final Messages messages;
    private final Sentences sentences;
    private final Runnable closeRun;

    @FXML
    private BorderPane review;
    @FXML
    private Button reviewBack;
    @FXML
    private Label reviewTitle;
    @FXML
    private Pill reviewStatus;
    @FXML
    private Label reviewSubtitle;
    @FXML
    private Button reviewCopy;
    @FXML
    private Button reviewAgain;
    @FXML
    private HBox reviewProgress;
    @FXML
    private Label reviewProgressText;
    @FXML
    private StageBar reviewProgressBar;
    @FXML
    private VBox reviewNotes;
    @FXML
    private GridPane reviewCards;
    @FXML
    private TextField reviewSearch;
    @FXML
    private Label reviewListTitle;
    @FXML
    private TableView<ReviewTable.Row> reviewTable;
    @FXML
    private HBox reviewFoot;
    @FXML
    private Label reviewUnlisted;
    @FXML
    private Label reviewOthers;
    @FXML
    private Hyperlink reviewShowOthers;
    @FXML
    private VBox reviewSide;
    @FXML
    private VBox reviewChecked;
    @FXML
    private Button reviewCloseRun;
    @FXML
    private VBox lookedCard;
    @FXML
    private Label lookedTitle;
    @FXML
    private Label lookedText;
    @FXML
    private VBox lookForm;
    @FXML
    private TextField lookReason;
    @FXML
    private Button lookGive;
    @FXML
    private Label lookProblem;
    @FXML
    private Button reviewLook;

    private ReviewCards cards;
    private SortedList<ReviewTable.Row> sorted;

    /** @param closeRun asks for the dialog that closes the run of the review */
    ReviewController(ReviewViewModel model, Messages messages, Sentences sentences, Runnable closeRun) {
        this.model = model;
        this.messages = messages;
        this.sentences = sentences;
        this.closeRun = closeRun;
    }

    @FXML
    void initialize() {
        LazyTooltips.name(reviewBack, messages.get("review.back"));
        cards = new ReviewCards(reviewCards, model::show);
        sorted = new SortedList<>(model.rows());
        sorted.comparatorProperty().bind(reviewTable.comparatorProperty());
        reviewTable.setItems(sorted);
        reviewTable.setRowFactory(_ -> new SpokenRow<>(messages));
        ColumnKeys.install(reviewTable, messages);
        reviewTable.widthProperty().subscribe(_ -> spread());
        reviewSearch.textProperty().bindBidirectional(model.searchProperty());
        review.widthProperty().subscribe(width -> arrange(width.doubleValue()));
        model.stateProperty().subscribe(this::show);
        model.partProperty().subscribe(_ -> showTable());
        model.sinceProperty().subscribe(_ -> showNotes());
        new LookCard(model, messages, lookedCard, lookedTitle, lookedText, lookForm, lookReason, lookGive, lookProblem,
                reviewLook);
    }

    @Override
    public void focusSearch() {
        reviewSearch.requestFocus();
    }

    @Override
    public void focusTable() {
        if (reviewTable.getItems().isEmpty()) {
            reviewSearch.requestFocus();
        } else {
            Focus.into(reviewTable);
        }
    }

    @Override
    public boolean isSearchFocused() {
        return reviewSearch.isFocused();
    }

    @Override
    public boolean clearSearch() {
        var any = !reviewSearch.getText().isEmpty();
        model.searchProperty().set("");
        return any;
    }

    @FXML
    void leave() {
        model.leave();
    }

    @FXML
    void copy() {
        Clipboards.copy(TabSeparated.of(model.copied()));
    }

    @FXML
    void readAgain() {
        model.readAgain();
    }

    @FXML
    void cancel() {
        model.cancel();
    }

    @FXML
    void showOthers() {
        model.show(ReviewPart.ALL);
    }

    @FXML
    void look() {
        lookForm.setVisible(true);
        lookReason.requestFocus();
    }

    @FXML
    void cancelLook() {
        lookForm.setVisible(false);
        reviewLook.requestFocus();
    }

    @FXML
    void acknowledge() {
        if (!lookGive.isDisabled()) {
            model.acknowledge(lookReason.getText());
            lookForm.setVisible(false);
        }
    }

    @FXML
    void closeRun() {
        closeRun.run();
    }

    private void show(State state) {
        model.run().ifPresent(this::showRun);
        show(reviewProgress, state instanceof State.Reading);
        reviewAgain.setDisable(state instanceof State.Reading);
        var shown = state instanceof State.Shown;
        for (var part : List.of(reviewCards, reviewCopy, reviewSearch, reviewFoot, reviewListTitle, reviewSide)) {
            show(part, shown);
        }
        switch (state) {
            case State.Closed _ -> {
            }
            case State.Reading(_, var progress) -> {
                reviewSubtitle.setText(messages.get("review.reading"));
                var text = progress.map(model.words()::progress).orElseGet(() -> messages.get("review.progress.begun"));
                reviewProgressText.setText(text);
                reviewProgressBar.show(progress.filter(each -> each.of().isPresent() && each.of().getAsLong() > 0)
                        .map(each -> OptionalDouble.of(Math.min(1, (double) each.read() / each.of().getAsLong())))
                        .orElseGet(OptionalDouble::empty), Tone.ACCENT);
                reviewProgressBar.setAccessibleText(text);
                placeholder(messages.get("review.reading"));
                reviewTable.getColumns().clear();
            }
            case State.Broken _ -> {
                reviewSubtitle.setText("");
                placeholder(messages.get("review.broken"));
                reviewTable.getColumns().clear();
            }
            case State.Shown(var contents) -> {
                reviewSubtitle.setText(contents.subtitle());
                cards.show(contents.cards(), model.partProperty().get());
                reviewChecked.getChildren().setAll(ReviewCells.checked(contents.checked(), messages));
                showTable();
                beginInList();
            }
        }
        showNotes();
    }

    /** While it was read there was nothing to put the keyboard into. */
    private void beginInList() {
        if (review.getScene() != null && model.isOpen() && !reviewSearch.isFocused()) {
            focusTable();
        }
    }

    private void showRun(BillRun run) {
        reviewTitle.setText(messages.get("review.title", run.label()));
        run.status().ifPresent(status -> reviewStatus.show(sentences.status(status), RunLooks.tone(status)));
    }

    private void showTable() {
        model.table().ifPresent(table -> {
            cards.choose(model.partProperty().get());
            reviewListTitle.setText(messages.get("review.list." + Sentences.key(model.partProperty().get())));
            reviewTable.getSortOrder().clear();
            reviewTable.getColumns().setAll(ReviewCells.columns(table));
            reviewTable.setAccessibleText(reviewListTitle.getText());
            placeholder(model.searchProperty().get().isEmpty() ? table.empty() : messages.get("review.empty.search"));
            reviewUnlisted.setText(table.unlisted());
            show(reviewUnlisted, !table.unlisted().isEmpty());
            showOthersLine();
            spread();
        });
    }

    private void showOthersLine() {
        var part = model.partProperty().get();
        var others = model.stateProperty().get() instanceof State.Shown(var contents) ? contents.others() : "";
        var of = !others.isEmpty() && (part == ReviewPart.DIFFERENCES || part == ReviewPart.ALL);
        reviewOthers.setText(others);
        reviewShowOthers.setText(messages.get(part == ReviewPart.ALL ? "review.others.hide" : "review.others.show"));
        show(reviewOthers, of);
        show(reviewShowOthers, of);
    }

    private void showNotes() {
        var notes = new ArrayList<String>();
        if (model.stateProperty().get() instanceof State.Shown(var contents)) {
            var since = model.sinceProperty().get();
            if (!since.open()) {
                notes.add(messages.get("review.since.not-open"));
            } else if (!since.equals(Since.NOTHING)) {
                notes.add(messages.get("review.since.changed",
                        model.words().figures().changes(since.changes(), contents.currency())));
            }
            notes.addAll(contents.notes());
            var closable = since.open() && model.run().filter(run -> run.hasStatus(RunStatus.Known.OPEN)).isPresent();
            reviewCloseRun.setDisable(!closable);
        }
        reviewNotes.getChildren().setAll(notes.stream().map(text -> {
            var line = WrappedText.in(new Label(text, new FontIcon(Feather.ALERT_TRIANGLE)));
            line.setMinHeight(Region.USE_PREF_SIZE);
            return line;
        }).toList());
        show(reviewNotes, !notes.isEmpty());
    }

    private void placeholder(String text) {
        var label = WrappedText.in(new Label(text));
        label.getStyleClass().add("muted");
        reviewTable.setPlaceholder(label);
    }

    private void spread() {
        model.table().ifPresent(table -> ReviewCells.spread(reviewTable, table));
    }

    /** Where there is no room beside the lists, what was checked is narrower. */
    private void arrange(double width) {
        if (width > 0) {
            reviewSide.setPrefWidth(width < NARROW ? NARROW_SIDE : SIDE);
            reviewSide.setMinWidth(reviewSide.getPrefWidth());
        }
    }

    private static void show(Node part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }
}
