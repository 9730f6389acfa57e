package org.billrunconsole.ui.runlist;

import atlantafx.base.controls.CustomTextField;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import org.billrunconsole.domain.BillingCycle;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.ui.kit.Focus;
import org.billrunconsole.ui.kit.FoldingBar;
import org.billrunconsole.ui.kit.KeyHints;
import org.billrunconsole.ui.kit.LazyTooltips;
import org.billrunconsole.ui.kit.PlainText;
import org.billrunconsole.ui.kit.dialog.PopupCard;
import org.billrunconsole.ui.kit.export.ExportMenus;
import org.billrunconsole.ui.kit.export.ExportSource;
import org.billrunconsole.ui.runlist.columns.ColumnsMenu;
import org.billrunconsole.ui.runlist.columns.RunColumn;
import org.billrunconsole.ui.runlist.columns.SortKeys;
import org.billrunconsole.ui.runlist.find.FilterWords;
import org.billrunconsole.ui.runlist.find.FiltersCard;
import org.billrunconsole.ui.runlist.rows.RowOrder;
import org.billrunconsole.ui.runlist.rows.Segment;
import org.billrunconsole.ui.runlist.views.RunViews;
import org.billrunconsole.ui.runlist.views.ViewsCard;
import org.controlsfx.control.SegmentedButton;

/** Binds the bar above a list: what is searched for, what is shown, which columns. */
public final class RunToolbarController {

    /** What the choice of a cycle needs at least, in pixels, with its long words and with the short ones. */
    private static final double CYCLE = 158;
    private static final double BRIEF_CYCLE = 112;
    private static final double ROOM_FOR_KEY = 255;
    private static final double ROOM_FOR_PROMPT = 215;

    private final RunListViewModel model;
    private final Messages messages;
    private final FilterWords words;
    private Optional<PopupCard> filtersCard = Optional.empty();
    private Optional<PopupCard> viewsCard = Optional.empty();

    @FXML
    private FoldingBar toolbar;
    @FXML
    private CustomTextField searchField;
    @FXML
    private Label searchKey;
    @FXML
    private SegmentedButton statusFilter;
    @FXML
    private ComboBox<OptionalLong> cycleFilter;
    @FXML
    private ToggleButton attentionFilter;
    @FXML
    private Button filtersButton;
    @FXML
    private Button viewsButton;
    @FXML
    private MenuButton exportButton;
    @FXML
    private MenuButton columnsButton;
    @FXML
    private Button refreshButton;

    RunToolbarController(RunListViewModel model, FilterWords words, Messages messages) {
        this.model = model;
        this.words = words;
        this.messages = messages;
    }

    @FXML
    void initialize() {
        searchField.textProperty().bindBidirectional(model.filters().searchTextProperty());
        attentionFilter.selectedProperty().bindBidirectional(model.filters().attentionProperty());
        LazyTooltips.set(refreshButton, messages.get("list.refresh.tip"));
        searchKey.setText(KeyHints.shortcut(messages, "F"));
        searchKey.managedProperty().bind(searchKey.visibleProperty());
        searchField.widthProperty().subscribe(width -> searchKey.setVisible(width.doubleValue() >= ROOM_FOR_KEY));
        searchField.widthProperty().subscribe(width -> searchField.setPromptText(messages.get(
                width.doubleValue() < ROOM_FOR_PROMPT ? "list.search.prompt.short" : "list.search.prompt")));
        toolbar.setFolds(List.of(
                fold -> filtersButton.setContentDisplay(fold ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT),
                fold -> viewsButton.setContentDisplay(fold ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT),
                fold -> refreshButton.setContentDisplay(fold ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT),
                fold -> exportButton.setContentDisplay(fold ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT),
                fold -> columnsButton.setContentDisplay(fold ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.TEXT_ONLY),
                this::foldCycles,
                fold -> attentionFilter.setContentDisplay(fold ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT)));
        LazyTooltips.set(columnsButton, messages.get("list.columns"));
        LazyTooltips.set(exportButton, messages.get("export.button.tip", KeyHints.shortcut(messages, "E")));
        // Until somebody can save files.
        exportButton.setVisible(false);
        exportButton.setManaged(false);
        initializeSegments();
        initializeCycles();
        initializeFilters();
        LazyTooltips.set(viewsButton, messages.get("list.views.tip"));
        showIf(false, viewsButton);
    }

    @FXML
    void refresh() {
        model.load();
    }

    /** Has the arrow down lead from the search into the table. */
    void onDown(Runnable intoTable) {
        Focus.onDown(searchField, intoTable);
    }

    /** Has Enter in the search do something. */
    void onEnter(Runnable command) {
        searchField.setOnAction(_ -> command.run());
    }

    boolean isSearchFocused() {
        return searchField.isFocused();
    }

    void focusSearch() {
        searchField.requestFocus();
        searchField.selectAll();
    }

    /** Lets what is shown be saved. */
    void offer(ExportMenus exports, ExportSource source) {
        exports.fill(exportButton, source);
        exportButton.setVisible(true);
        exportButton.setManaged(true);
    }

    /** Opens the menu of what can be saved. */
    void export() {
        ExportMenus.open(exportButton);
    }

    /** Lets columns be shown and hidden, and rows be sorted by several and grouped. */
    void offer(List<RunColumn> columns, SortKeys sort, List<RowOrder.Grouping> groupings,
            ObjectProperty<Optional<RowOrder.Grouping>> grouping) {
        new ColumnsMenu(columnsButton, columns, sort, messages).group(groupings, grouping);
    }

    private void initializeSegments() {
        for (var segment : Segment.values()) {
            var button = PlainText.in(new ToggleButton());
            button.setUserData(segment);
            button.setId("status-" + Sentences.key(segment));
            button.setMinWidth(Region.USE_PREF_SIZE);
            // At once: the control would do it when it is first drawn, until when two of them could be selected.
            button.setToggleGroup(statusFilter.getToggleGroup());
            statusFilter.getButtons().add(button);
        }
        statusFilter.getToggleGroup().selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null) {
                // One segment is always chosen: clicking it again does not leave the list without one.
                before.setSelected(true);
            } else {
                model.filters().segmentProperty().set((Segment) now.getUserData());
            }
        });
        model.filters().segmentProperty().subscribe(segment -> statusFilter.getButtons()
                .stream()
                .filter(button -> button.getUserData() == segment)
                .forEach(button -> button.setSelected(true)));
        model.countsProperty().subscribe(this::showCounts);
    }

    private void showCounts(Counts counts) {
        var attention = messages.get("list.attention");
        attentionFilter.setAccessibleText(messages.get(
                counts.complete() ? "segment.with-count" : "segment.so-far.spoken", attention, counts.needing()));
        LazyTooltips.set(attentionFilter, attentionFilter.getAccessibleText());
        attentionFilter.setText(counts.needing() == 0 ? attention : counted(attention, counts.needing(), counts));
        for (var button : statusFilter.getButtons()) {
            var segment = (Segment) button.getUserData();
            var name = messages.get("segment." + Sentences.key(segment));
            // Only the part that changes by itself carries its number; five numbers would be noise.
            button.setText(segment == Segment.ACTIVE && counts.loaded() > 0
                    ? counted(name, counts.segments().getOrDefault(segment, 0), counts)
                    : name);
        }
    }

    /** A number of which more may come while the list is read carries a sign that says so. */
    private String counted(String name, int number, Counts counts) {
        return messages.get(counts.complete() ? "segment.with-count" : "segment.so-far", name, number);
    }

    private void initializeCycles() {
        var regular = model.kind() == RunKind.REGULAR;
        cycleFilter.setVisible(regular);
        cycleFilter.setManaged(regular);
        cycleFilter.setButtonCell(new CycleCell(true));
        cycleFilter.setCellFactory(_ -> new CycleCell(false));
        cycleFilter.getItems().setAll(OptionalLong.empty());
        cycleFilter.valueProperty().bindBidirectional(model.filters().cycleProperty());
        // A box with a name of its own is not asked for its value, so the name says it.
        cycleFilter.buttonCellProperty().get().textProperty().subscribe(cycleFilter::setAccessibleText);
        model.cyclesProperty().subscribe(cycles -> {
            var chosen = model.filters().cycleProperty().get();
            cycleFilter.getItems()
                    .setAll(Stream.concat(Stream.of(OptionalLong.empty()),
                            cycles.stream().map(cycle -> OptionalLong.of(cycle.id()))).toList());
            cycleFilter.setValue(chosen);
        });
    }

    private void initializeFilters() {
        var filters = model.filters();
        filtersCard = Optional.of(PopupCard.below(filtersButton, () -> new FiltersCard(model.kind(), filters, words,
                messages, () -> filtersCard.ifPresent(PopupCard::close))));
        filters.onTraits(() -> {
            var set = words.count(filters);
            filtersButton.setText(set == 0 ? messages.get("list.filters")
                    : messages.get("segment.with-count", messages.get("list.filters"), set));
            filtersButton.setAccessibleText(filtersButton.getText());
        });
        LazyTooltips.set(filtersButton, messages.get("list.filters.tip"));
    }

    /** Where the keyboard goes from a filter that was taken away. */
    void focusFilters() {
        filtersButton.requestFocus();
    }

    /** Has the button open the list's views. */
    void offer(RunViews views, RunViews.Table table, Runnable intoTable) {
        views.follow(table);
        viewsCard = Optional.of(PopupCard.below(viewsButton, () -> new ViewsCard(views, messages, () -> {
            viewsCard.ifPresent(PopupCard::close);
            intoTable.run();
        })));
        showIf(true, viewsButton);
        views.load();
    }

    private static void showIf(boolean any, Region node) {
        node.setVisible(any);
        node.setManaged(any);
    }

    private void foldCycles(boolean fold) {
        cycleFilter.setMinWidth(fold ? BRIEF_CYCLE : CYCLE);
        if (cycleFilter.getButtonCell() instanceof CycleCell cell) {
            cell.setBrief(fold);
        }
    }

    /** A billing cycle in the filter's list, or "any". */
    private final class CycleCell extends ListCell<OptionalLong> {

        private final boolean onButton;
        private boolean brief;

        private CycleCell(boolean onButton) {
            this.onButton = onButton;
        }

        private void setBrief(boolean shorter) {
            brief = shorter;
            updateItem(getItem(), isEmpty());
        }

        @Override
        protected void updateItem(OptionalLong id, boolean empty) {
            super.updateItem(id, empty);
            if (empty || id == null) {
                setText(null);
                return;
            }
            var name = id.isEmpty()
                    ? messages.get("list.cycle.any")
                    : model.referenceData()
                            .cycles()
                            .stream()
                            .filter(cycle -> cycle.id() == id.getAsLong())
                            .map(BillingCycle::name)
                            .findFirst()
                            .orElse("#" + id.getAsLong());
            setText(!onButton || id.isPresent() ? name
                    : brief ? messages.get("list.cycle.any.brief") : messages.get("list.cycle.prompt", name));
        }
    }
}
