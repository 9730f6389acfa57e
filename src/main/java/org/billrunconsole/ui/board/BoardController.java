package org.billrunconsole.ui.board;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.ui.board.BoardViewModel.State;
import org.billrunconsole.ui.kit.ChosenFile;
import org.billrunconsole.ui.kit.Clipboards;
import org.billrunconsole.ui.kit.FileDialogs;
import org.billrunconsole.ui.kit.LazyTooltips;
import org.billrunconsole.ui.kit.PlainText;
import org.billrunconsole.ui.kit.Searchable;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.announce.AnnouncedLabel;
import org.controlsfx.control.SegmentedButton;

/** Binds the board of a month. */
public final class BoardController implements Searchable {

    /** Nothing is shown of a board that is made within this time. */
    private static final Duration PATIENCE = Duration.millis(150);
    private static final int SKELETON_COLUMNS = 8;
    private static final int SKELETON_CARDS = 3;

    private final BoardViewModel model;
    private final Messages messages;
    private final Formats formats;
    private final Sentences sentences;
    private final Consumer<RunKey> open;
    private final Consumer<MonthRuns> list;

    private boolean waitingForCards;

    @FXML
    private VBox board;
    @FXML
    private VBox head;
    @FXML
    private Button previousMonth;
    @FXML
    private Label month;
    @FXML
    private Button nextMonth;
    @FXML
    private SegmentedButton grouping;
    @FXML
    private Label summary;
    @FXML
    private Label asOf;
    @FXML
    private Label unknown;
    @FXML
    private Label waits;
    @FXML
    private Label late;
    @FXML
    private Label taken;
    @FXML
    private Button savePicture;
    @FXML
    private StandingBar shares;
    @FXML
    private Label saved;
    @FXML
    private HBox boardFailure;
    @FXML
    private Label boardFailureText;
    @FXML
    private StackPane body;
    @FXML
    private ScrollPane scroll;
    @FXML
    private BoardPane cards;
    @FXML
    private HBox skeleton;
    @FXML
    private VBox emptyPane;
    @FXML
    private Label emptyText;
    @FXML
    private Button nearestMonth;
    @FXML
    private VBox failedPane;
    @FXML
    private Button tryAgain;
    @FXML
    private Label failedText;
    @FXML
    private Label failedDetail;

    /**
     * @param open shows a run in the list
     * @param list shows some runs of a month in the list
     */
    public BoardController(BoardViewModel model, Messages messages, Formats formats, Sentences sentences,
            Consumer<RunKey> open, Consumer<MonthRuns> list) {
        this.model = model;
        this.messages = messages;
        this.formats = formats;
        this.sentences = sentences;
        this.open = open;
        this.list = list;
    }

    @FXML
    void initialize() {
        AnnouncedLabel.error(boardFailureText);
        AnnouncedLabel.error(failedText);
        LazyTooltips.name(previousMonth, messages.get("board.previous"));
        LazyTooltips.name(nextMonth, messages.get("board.next"));
        LazyTooltips.set(savePicture, messages.get("board.save.tip"));
        // As wide for every month, so that the arrow stays under the pointer.
        model.monthProperty().subscribe(now -> {
            month.setText(formats.month(now));
            emptyText.setText(messages.get("board.empty", formats.month(now)));
        });
        initializeGrouping();
        initializeCards();
        initializeStates();
        summary.textProperty().bind(model.summaryProperty());
        waits.textProperty().bind(model.waitsProperty());
        asOf.textProperty().bind(model.staleProperty());
        saved.textProperty().bind(model.savedProperty());
        Stream.of(asOf, unknown, waits, late, saved).forEach(BoardController::hideEmpty);
        model.staleProperty().subscribe(words -> board.pseudoClassStateChanged(Styles.state("stale"),
                !words.isEmpty()));
        board.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    // ---- Commands

    /** Lets the operator choose where a picture of the board is saved. */
    @FXML
    public void save() {
        if (model.stateProperty().get() == State.READY) {
            FileDialogs.save(board.getScene().getWindow(), messages.get("board.save"),
                    messages.get("board.save.name", model.monthProperty().get().toString()))
                    .ifPresent(this::save);
        }
    }

    /** Saves a picture of the board. */
    public void save(ChosenFile file) {
        var picture = new BoardPicture(board, head, cards, taken,
                List.of(previousMonth, nextMonth, grouping, savePicture)).take(model.taken());
        model.save(file, out -> Png.write(picture, out));
    }

    @FXML
    void previous() {
        model.previous();
    }

    @FXML
    void next() {
        model.next();
    }

    @FXML
    void goToNearest() {
        model.boardProperty().get().flatMap(Board::nearest).ifPresent(model::show);
        focusTable();
    }

    @FXML
    void refresh() {
        model.refresh();
    }

    @FXML
    void copyFailure() {
        Clipboards.copy(failedText.getText() + System.lineSeparator() + failedDetail.getText());
    }

    /** There is nothing to search in; the keyboard goes to the cards. */
    @Override
    public void focusSearch() {
        focusTable();
    }

    @Override
    public void focusTable() {
        if (model.stateProperty().get() == State.READY) {
            cards.focusCard();
        } else {
            Stream.of(tryAgain, nearestMonth)
                    .filter(button -> button.isManaged() && body.getChildren().contains(button.getParent()))
                    .findFirst()
                    .orElse(nextMonth)
                    .requestFocus();
            waitingForCards = model.stateProperty().get() == State.LOADING;
        }
    }

    @Override
    public boolean isSearchFocused() {
        return false;
    }

    @Override
    public boolean clearSearch() {
        return false;
    }

    // ---- Parts

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.PAGE_UP) {
            turn(event, model::previous);
        } else if (event.getCode() == KeyCode.PAGE_DOWN) {
            turn(event, model::next);
        }
    }

    private static void turn(KeyEvent event, Runnable page) {
        page.run();
        event.consume();
    }

    private void initializeGrouping() {
        var byStage = choice("byStage", "board.by-stage");
        var byCycle = choice("byCycle", "board.by-cycle");
        grouping.getButtons().setAll(byStage, byCycle);
        grouping.getToggleGroup().selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null) {
                // One of them always holds.
                before.setSelected(true);
            } else {
                model.byCycleProperty().set(now == byCycle);
            }
        });
        model.byCycleProperty().subscribe(rows -> (rows ? byCycle : byStage).setSelected(true));
    }

    private ToggleButton choice(String id, String text) {
        var button = PlainText.in(new ToggleButton(messages.get(text)));
        button.setId(id);
        return button;
    }

    private void initializeCards() {
        cards.onOpen(open);
        cards.onMore(hidden -> messages.get("board.more", hidden), list);
        cards.onReveal(this::reveal);
        Runnable seen = () -> cards.setSeen(hidden() * scroll.getVvalue(), scroll.getViewportBounds().getHeight());
        scroll.viewportBoundsProperty().subscribe(seen);
        scroll.vvalueProperty().subscribe(seen);
        cards.heightProperty().subscribe(seen);
        model.boardProperty().subscribe(now -> show());
        model.byCycleProperty().subscribe(rows -> {
            scroll.setVvalue(0);
            show();
        });
    }

    private void show() {
        model.boardProperty().get().ifPresent(now -> {
            var rows = model.byCycleProperty().get();
            cards.show(rows ? now.byCycle() : now.byStage(), rows);
            shares.show(now.shares(), share -> messages.get("board.share", share.runs(),
                    messages.get("board.stage." + Sentences.key(share.stage())),
                    messages.get("board.standing." + Sentences.key(share.standing()))));
            late.setText(now.late() == 0 ? "" : messages.get("board.late", now.late()));
            unknown.setText(now.unknown() == 0 ? "" : messages.get("board.unknown", now.unknown()));
            nearestMonth.setText(now.nearest().map(other -> messages.get("board.nearest", formats.month(other)))
                    .orElse(""));
            showIf(now.nearest().isPresent(), nearestMonth);
        });
    }

    private double hidden() {
        return Math.max(0, cards.getHeight() - scroll.getViewportBounds().getHeight());
    }

    private void reveal(double top, double height) {
        var from = hidden() * scroll.getVvalue();
        var seen = scroll.getViewportBounds().getHeight();
        if (hidden() > 0 && (top < from || top + height > from + seen)) {
            scroll.setVvalue(Math.clamp((top < from ? top : top + height - seen) / hidden(), 0, 1));
        }
    }

    private void initializeStates() {
        for (int i = 0; i < SKELETON_COLUMNS; i++) {
            var column = new VBox();
            column.getStyleClass().addAll("board-group", "skeleton-column");
            for (int card = 0; card < SKELETON_CARDS; card++) {
                var place = new Region();
                place.getStyleClass().add(Styles.SKELETON);
                column.getChildren().add(place);
            }
            HBox.setHgrow(column, Priority.ALWAYS);
            column.setMaxWidth(Double.MAX_VALUE);
            skeleton.getChildren().add(column);
        }
        show(List.of());
        var patience = new PauseTransition(PATIENCE);
        patience.setOnFinished(_ -> {
            if (model.stateProperty().get() == State.LOADING) {
                show(List.of(skeleton));
            }
        });
        model.stateProperty().subscribe(state -> {
            // Whoever came before the cards and has gone nowhere else goes on to them.
            var keyboard = isKeyboardInside() || waitingForCards && nextMonth.isFocused();
            waitingForCards = false;
            showIf(state == State.READY, shares);
            savePicture.setDisable(state != State.READY);
            switch (state) {
                case LOADING -> {
                    show(List.of());
                    patience.playFromStart();
                }
                case READY -> show(List.of(scroll));
                case EMPTY -> show(List.of(emptyPane));
                case FAILED -> show(List.of(failedPane));
            }
            if (keyboard) {
                focusTable();
            }
        });
        model.list().subscribe(_ -> showFailure());
        model.stateProperty().subscribe(_ -> showFailure());
    }

    private boolean isKeyboardInside() {
        return Optional.ofNullable(board.getScene()).map(Scene::getFocusOwner).filter(owner -> Stream
                .<Node>iterate(owner, Objects::nonNull, Node::getParent).anyMatch(body::equals)).isPresent();
    }

    private void show(List<? extends Node> parts) {
        body.getChildren().setAll(parts);
    }

    private void showFailure() {
        var failure = model.failure();
        showIf(failure.isPresent() && model.stateProperty().get() != State.FAILED, boardFailure);
        var text = failure.map(sentences::failure).orElse("");
        boardFailureText.setText(text.isEmpty() ? "" : messages.get("list.failed.kept", text));
        failedText.setText(text);
        failedDetail.setText(failure.map(sentences::detail).orElse(""));
    }

    private static void hideEmpty(Label label) {
        label.textProperty().subscribe(text -> showIf(!text.isEmpty(), label));
    }

    private static void showIf(boolean wanted, Node node) {
        node.setVisible(wanted);
        node.setManaged(wanted);
    }
}
