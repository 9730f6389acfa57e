package org.billrunconsole.ui.runlist;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.settings.LayoutMemory;
import org.billrunconsole.ui.kit.Clipboards;
import org.billrunconsole.ui.kit.Focus;
import org.billrunconsole.ui.kit.Searchable;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.announce.AnnouncedLabel;
import org.billrunconsole.ui.kit.command.RunOffer;
import org.billrunconsole.ui.kit.export.ExportMenus;
import org.billrunconsole.ui.kit.focus.ColumnKeys;
import org.billrunconsole.ui.runlist.RunListViewModel.State;
import org.billrunconsole.ui.runlist.columns.ColumnRoom;
import org.billrunconsole.ui.runlist.columns.CopiedRows;
import org.billrunconsole.ui.runlist.columns.GroupWords;
import org.billrunconsole.ui.runlist.columns.RunColumn;
import org.billrunconsole.ui.runlist.columns.RunColumns;
import org.billrunconsole.ui.runlist.columns.RunField;
import org.billrunconsole.ui.runlist.columns.RunTexts;
import org.billrunconsole.ui.runlist.columns.SortKeys;
import org.billrunconsole.ui.runlist.columns.TableLayout;
import org.billrunconsole.ui.runlist.find.FilterChips;
import org.billrunconsole.ui.runlist.find.FilterWords;
import org.billrunconsole.ui.runlist.links.RunLinkBar;
import org.billrunconsole.ui.runlist.rows.GroupRow;
import org.billrunconsole.ui.runlist.rows.ListRow;
import org.billrunconsole.ui.runlist.rows.RowOrder;
import org.billrunconsole.ui.runlist.rows.RunRow;
import org.billrunconsole.ui.runlist.views.RunViews;

/** Binds the list's window parts to its view-model. */
public final class RunListController implements Searchable {

    /** Nothing is shown of a load that is over within this time. */
    private static final Duration PATIENCE = Duration.millis(150);
    private static final int SKELETON_ROWS = 12;
    /** So that the server is asked for the number that was meant, and not for each of its beginnings. */
    private static final Duration TYPING_PAUSE = Duration.millis(350);

    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final RunListViewModel model;
    private final RunToolbarController toolbar;
    private final RunColumns columns;
    private final GroupWords groupWords;
    private final Messages messages;
    private final Sentences sentences;
    private final FilterWords words;

    private ColumnRoom<ListRow> room;
    private RowMenu rowMenu;
    private final ObjectProperty<Optional<RowOrder.Grouping>> grouping = new SimpleObjectProperty<>(Optional.empty());

    @FXML
    private HBox failureBanner;
    @FXML
    private Label failureBannerText;
    @FXML
    private HBox itemAnswer;
    @FXML
    private Label itemAnswerText;
    @FXML
    private Button itemOpen;
    @FXML
    private TableView<ListRow> table;
    @FXML
    private StackPane body;
    @FXML
    private VBox skeleton;
    @FXML
    private VBox emptyPane;
    @FXML
    private Label emptyText;
    @FXML
    private VBox noMatchPane;
    @FXML
    private Label noMatchText;
    @FXML
    private VBox failedPane;
    @FXML
    private Label failedText;
    @FXML
    private Label failedDetail;

    RunListController(RunListViewModel model, RunToolbarController toolbar, RunColumns columns, FilterWords words,
            GroupWords groupWords, Messages messages, Sentences sentences) {
        this.groupWords = groupWords;
        this.words = words;
        this.model = model;
        this.toolbar = toolbar;
        this.columns = columns;
        this.messages = messages;
        this.sentences = sentences;
    }

    @FXML
    void initialize() {
        AnnouncedLabel.error(failureBannerText);
        AnnouncedLabel.error(failedText);
        // Names and currencies stand in the cells of runs that have not changed.
        model.cyclesProperty().subscribe(_ -> table.refresh());
        initializeTable();
        initializeStates();
        initializeItems();
        initializeLinks();
        initializeFinding();
    }

    @Override
    public void focusSearch() {
        toolbar.focusSearch();
    }

    @Override
    public void focusTable() {
        Focus.into(table);
    }

    @Override
    public boolean isSearchFocused() {
        return toolbar.isSearchFocused();
    }

    @Override
    public boolean clearSearch() {
        var any = !model.filters().searchTextProperty().get().isEmpty();
        model.filters().searchTextProperty().set("");
        return any;
    }

    /** The table's columns and order, to be remembered. */
    public LayoutMemory.Table layout() {
        var layout = TableLayout.of(table, room::own);
        return new LayoutMemory.Table(layout.columns(), layout.sort(), grouping.get().map(RowOrder.Grouping::name));
    }

    /** Puts columns and order back. */
    public void restore(LayoutMemory.Table layout) {
        room.restore(() -> TableLayout.restore(table, layout));
        grouping.set(columns.groupings(model.kind())
                .stream()
                .filter(each -> layout.group().equals(Optional.of(each.name())))
                .findFirst());
    }

    /**
     * Selects the row that the keyboard is on, which need not be the selected one; on the header of a group it hides or
     * shows its runs instead.
     *
     * @return whether a run is selected
     */
    public boolean selectFocused() {
        if (table.getFocusModel().getFocusedItem() instanceof GroupRow group) {
            model.toggle(group.key());
            return false;
        }
        var focused = table.getFocusModel().getFocusedIndex();
        if (focused >= 0 && !table.getSelectionModel().isSelected(focused)) {
            table.getSelectionModel().clearAndSelect(focused);
        }
        return true;
    }

    /** Connects what saves lists as files. */
    public void offer(ExportMenus exports) {
        toolbar.offer(exports, new RunListExport(model, () -> table.getVisibleLeafColumns()
                .stream()
                .filter(RunColumn.class::isInstance)
                .map(RunColumn.class::cast)
                .toList(), groupWords, messages));
    }

    /** Opens the menu of what can be saved. */
    public void export() {
        toolbar.export();
    }

    /** The columns that are shown, from left to right. */
    public List<RunField> shownFields() {
        return table.getVisibleLeafColumns()
                .stream()
                .flatMap(column -> column instanceof RunColumn run ? Stream.of(run.field()) : Stream.empty())
                .toList();
    }

    /** How the columns' values are written. */
    public RunTexts texts() {
        return columns.texts();
    }

    /** Copies the chosen rows, else the selected one, with headers as text for a spreadsheet. */
    public void copyRows() {
        var fields = shownFields();
        model.write(rows -> CopiedRows.of(fields, rows, texts()), Clipboards::copy);
    }

    /** Connects what the menu of a row offers for its run, in groups. */
    public void offer(Function<RunKey, List<List<RunOffer>>> offers) {
        rowMenu.offer(offers);
    }

    /** Connects what the menu of a row offers for all runs that are chosen, in groups. */
    public void offerForChosen(Supplier<List<List<RunOffer>>> offers) {
        rowMenu.offerForChosen(offers);
    }

    /** The part below the toolbar. */
    StackPane body() {
        return body;
    }

    @FXML
    void refresh() {
        model.refresh();
    }

    @FXML
    void openItem() {
        model.items().ifPresent(ItemAnswers::open);
    }

    @FXML
    void clearFilters() {
        model.filters().clear();
    }

    @FXML
    void copyFailure() {
        Clipboards.copy(failedText.getText() + System.lineSeparator() + failedDetail.getText());
    }

    /** What a screen reader says of a row: whether it is chosen, and what its columns say. */
    private String spoken(RunRow run) {
        var said = columns.spoken(table, run.factsProperty().get());
        return model.chosenProperty().get().contains(run.key()) ? messages.get("row.spoken.chosen", said) : said;
    }

    private void initializeTable() {
        table.setId(RunListView.tableId(model.kind()));
        table.setAccessibleText(messages.get(
                model.kind() == RunKind.REGULAR ? "list.accessible.regular" : "list.accessible.adhoc"));
        var boxes = new ChosenColumn(model, messages);
        table.getColumns().add(boxes);
        var all = columns.of(model.kind());
        table.getColumns().addAll(all);
        boxes.stayFirst(table);
        table.setRowFactory(_ -> new ChoosableRow(model, groupWords, this::spoken));
        ColumnKeys.install(table, messages);
        table.setItems(model.lines());
        table.setPlaceholder(new Region());
        // The list sorts, not the table; the table only says how.
        table.setSortPolicy(_ -> true);
        table.comparatorProperty().subscribe(() -> {
            table.getComparator();
            arrange();
        });
        grouping.subscribe(this::arrange);
        var newestFirst = column(model.kind() == RunKind.REGULAR ? "period" : "created");
        newestFirst.setSortType(TableColumn.SortType.DESCENDING);
        table.getSortOrder().setAll(List.of(newestFirst));
        new TableSelection(table, model);
        new TableChoosing(table, model);
        rowMenu = new RowMenu(table, model, messages, COPY, this::copyRows);
        toolbar.offer(all, new SortKeys(table, all, messages), columns.groupings(model.kind()), grouping);
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (COPY.match(event)) {
                copyRows();
                event.consume();
            }
        });
        room = new ColumnRoom<>(table);
        toolbar.onDown(this::enterTable);
    }

    private void arrange() {
        model.sort(new RowOrder(grouping.get(), table.getSortOrder()
                .stream()
                .filter(RunColumn.class::isInstance)
                .map(column -> ((RunColumn) column).order())
                .toList()));
    }

    /** What is typed is asked for when no row shows it, and nothing has been typed for a moment. */
    private void initializeItems() {
        showItem(Optional.empty());
        model.items().ifPresent(items -> {
            var pause = new PauseTransition(TYPING_PAUSE);
            pause.setOnFinished(_ -> {
                if (model.stateProperty().get() == State.NO_MATCH) {
                    items.ask(model.filters().searchTextProperty().get());
                }
            });
            model.filters().searchTextProperty().subscribe(_ -> {
                items.forget();
                pause.playFromStart();
            });
            items.answerProperty().subscribe(this::showItem);
        });
    }

    private void initializeLinks() {
        model.links().ifPresent(links -> {
            var bar = new RunLinkBar(links, model.filters().searchTextProperty());
            var above = ((VBox) itemAnswer.getParent()).getChildren();
            above.add(above.indexOf(itemAnswer), bar);
            toolbar.onEnter(bar::go);
        });
    }

    private void initializeFinding() {
        var above = ((VBox) itemAnswer.getParent()).getChildren();
        // Where nothing matches, the place of the rows has that button.
        above.add(1, new FilterChips(model.filters(), words, messages,
                model.stateProperty().map(state -> state == State.NO_MATCH), toolbar::focusFilters));
        model.views().ifPresent(views -> toolbar.offer(views, new RunViews.Table() {
            @Override
            public LayoutMemory.Table layout() {
                return RunListController.this.layout();
            }

            @Override
            public void restore(LayoutMemory.Table layout) {
                RunListController.this.restore(layout);
            }
        }, this::focusTable));
    }

    private void showItem(Optional<ItemAnswers.Answer> answer) {
        itemAnswer.setVisible(answer.isPresent());
        itemAnswer.setManaged(answer.isPresent());
        itemAnswerText.setText(answer.map(ItemAnswers.Answer::text).orElse(""));
        itemAnswer.pseudoClassStateChanged(Styles.state("warns"), answer.filter(ItemAnswers.Answer::warns).isPresent());
        var canOpen = answer.flatMap(ItemAnswers.Answer::run).isPresent();
        itemOpen.setVisible(canOpen);
        itemOpen.setManaged(canOpen);
    }

    /** From the search into the rows it has found: the first is chosen, unless one of them is already. */
    private void enterTable() {
        focusTable();
        if (table.getSelectionModel().isEmpty() && !table.getItems().isEmpty()) {
            // Above the first run may be the header of its group.
            table.getSelectionModel().clearAndSelect(model.groups().isEmpty() || table.getItems().size() < 2 ? 0 : 1);
        }
    }

    private void initializeStates() {
        for (int i = 0; i < SKELETON_ROWS; i++) {
            var bar = new Region();
            bar.getStyleClass().add(Styles.SKELETON);
            bar.setMinHeight(12);
            bar.setMaxWidth(220 + 37 * (i % 5));
            skeleton.getChildren().add(bar);
        }
        emptyText.setText(messages.get(
                model.kind() == RunKind.REGULAR ? "list.empty.regular" : "list.empty.adhoc"));
        model.countsProperty().subscribe(counts -> noMatchText.setText(
                messages.get(counts.complete() ? "list.no-match" : "list.no-match.so-far")));
        show(List.of());
        var patience = new PauseTransition(PATIENCE);
        patience.setOnFinished(_ -> {
            if (model.stateProperty().get() == State.LOADING) {
                show(List.of(skeleton));
            }
        });
        model.stateProperty().subscribe(state -> {
            switch (state) {
                case LOADING -> patience.playFromStart();
                case READY -> {
                    show(List.of());
                    afterLayout(model::firstShown);
                }
                case EMPTY -> show(List.of(emptyPane));
                case NO_MATCH -> show(List.of(noMatchPane));
                case FAILED -> show(List.of(failedPane));
            }
        });
        model.failureProperty().subscribe(this::showFailure);
        model.stateProperty().subscribe(_ -> showFailure(model.failureProperty().get()));
    }

    private void afterLayout(Runnable work) {
        var scene = table.getScene();
        if (scene == null) {
            work.run();
            return;
        }
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                work.run();
            }
        });
    }

    /** What is not shown is not in the window either, where it would be styled and laid out at every start. */
    private void show(List<Node> panes) {
        body.getChildren().setAll(Stream.concat(Stream.of(table), panes.stream()).toList());
    }

    private void showFailure(Optional<Failure> failure) {
        var whileRowsShow = failure.isPresent() && model.stateProperty().get() != State.FAILED;
        failureBanner.setVisible(whileRowsShow);
        failureBanner.setManaged(whileRowsShow);
        var text = failure.map(sentences::failure).orElse("");
        failureBannerText.setText(text.isEmpty() ? "" : messages.get("list.failed.kept", text));
        failedText.setText(text);
        failedDetail.setText(failure.map(sentences::detail).orElse(""));
    }

    private TableColumn<ListRow, ?> column(String id) {
        return table.getColumns()
                .stream()
                .filter(column -> Objects.equals(column.getId(), id))
                .findFirst()
                .orElseThrow();
    }
}
