package org.billrunconsole.ui.activity;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.billrunconsole.domain.DisplayText;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.i18n.ActivityWords;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.ui.kit.Clipboards;
import org.billrunconsole.ui.kit.Focus;
import org.billrunconsole.ui.kit.FoldingBar;
import org.billrunconsole.ui.kit.KeyHints;
import org.billrunconsole.ui.kit.LazyTooltips;
import org.billrunconsole.ui.kit.Searchable;
import org.billrunconsole.ui.kit.export.ExportMenus;
import org.billrunconsole.ui.kit.focus.ColumnKeys;
import org.billrunconsole.ui.kit.look.HeaderWidth;
import org.billrunconsole.ui.kit.look.SpokenRow;
import org.billrunconsole.ui.kit.look.SpokenText;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Binds the Activity tab. */
public final class ActivityController implements Searchable {

    private static final Logger LOG = LoggerFactory.getLogger(ActivityController.class);

    private final ActivityViewModel model;
    private final ActivityWords words;
    private final Messages messages;
    private final Consumer<UUID> showResults;
    private final Runnable verifyEvidence;

    @FXML
    private FoldingBar toolbar;
    @FXML
    private TextField activitySearch;
    @FXML
    private CheckBox writesOnly;
    @FXML
    private Label verdict;
    @FXML
    private Button verifyButton;
    @FXML
    private Button verifyPack;
    @FXML
    private MenuButton exportActivity;
    @FXML
    private HBox verdictBanner;
    @FXML
    private Label verdictText;
    @FXML
    private TableView<Activity> activityTable;
    @FXML
    private TextArea entry;
    @FXML
    private Button copyEntry;
    @FXML
    private Button showPlanResults;

    /**
     * @param showResults    shows how the runs of a plan ended
     * @param verifyEvidence lets the operator choose a pack of evidence to verify
     */
    public ActivityController(ActivityViewModel model, ActivityWords words, Messages messages,
            Consumer<UUID> showResults, Runnable verifyEvidence) {
        this.model = model;
        this.words = words;
        this.messages = messages;
        this.showResults = showResults;
        this.verifyEvidence = verifyEvidence;
    }

    @FXML
    void initialize() {
        activitySearch.textProperty().bindBidirectional(model.searchTextProperty());
        writesOnly.selectedProperty().bindBidirectional(model.writesOnlyProperty());
        toolbar.setFolds(List.of(
                fold -> show(exportActivity, fold, messages.get("export.button.tip", KeyHints.shortcut(messages, "E"))),
                fold -> show(verifyPack, fold, verifyPack.getText()),
                fold -> show(verifyButton, fold, verifyButton.getText())));
        verdict.textProperty().bind(model.verdictProperty());
        verdictText.textProperty().bind(model.alarmProperty());
        model.alarmProperty().subscribe(alarm -> {
            verdictBanner.setVisible(!alarm.isEmpty());
            verdictBanner.setManaged(!alarm.isEmpty());
        });
        Focus.onDown(activitySearch, this::focusTable);
        activityTable.setRowFactory(_ -> new SpokenRow<>(messages));
        ColumnKeys.install(activityTable, messages);
        activityTable.setItems(model.entries());
        activityTable.setPlaceholder(new Label(messages.get("activity.empty")));
        activityTable.getColumns().add(column("time", 168, words::time));
        activityTable.getColumns().add(column("who", 110, each -> each.origin().user()));
        activityTable.getColumns().add(column("connection", 110, each -> each.origin().connection()));
        activityTable.getColumns().add(column("run", 150, words::run));
        activityTable.getColumns().add(column("what", 170, words::what));
        activityTable.getColumns().add(column("outcome", 190, words::outcome));
        activityTable.getColumns().add(column("took", 80, words::took));
        activityTable.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            entry.setText(chosen == null ? "" : words.whole(chosen));
            copyEntry.setDisable(chosen == null);
            showPlanResults.setVisible(planOf(chosen).isPresent());
            showPlanResults.setManaged(showPlanResults.isVisible());
        });
    }

    /** Shows a button with its words, or without them where there is no room. */
    private static void show(Labeled button, boolean folded, String tip) {
        button.setContentDisplay(folded ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        LazyTooltips.set(button, tip);
    }

    @FXML
    void verify() {
        model.verify();
    }

    @FXML
    void verifyPack() {
        verifyEvidence.run();
    }

    @FXML
    void copy() {
        Clipboards.copy(entry.getText());
    }

    @FXML
    void planResults() {
        planOf(activityTable.getSelectionModel().getSelectedItem()).ifPresent(showResults);
    }

    /** The plan that an entry is about, if it is about one. */
    private static Optional<UUID> planOf(@Nullable Activity entry) {
        return entry instanceof Activity.Note note ? ActivityViewModel.planOf(note) : Optional.empty();
    }

    /** Connects what saves the entries as files. */
    public void offer(ExportMenus exports) {
        exports.fill(exportActivity, new ActivityExport(model.entries(), words, messages));
    }

    /** Opens the menu of what can be saved. */
    public void export() {
        ExportMenus.open(exportActivity);
    }

    @Override
    public void focusSearch() {
        activitySearch.requestFocus();
        activitySearch.selectAll();
    }

    @Override
    public void focusTable() {
        Focus.into(activityTable);
    }

    @Override
    public boolean isSearchFocused() {
        return activitySearch.isFocused();
    }

    @Override
    public boolean clearSearch() {
        var any = !activitySearch.getText().isEmpty();
        activitySearch.clear();
        return any;
    }

    private TableColumn<Activity, String> column(String name, double width, Function<Activity, String> text) {
        var column = new TableColumn<Activity, String>(messages.get("activity.column." + name));
        column.setId(name);
        column.setPrefWidth(Math.max(width, HeaderWidth.sortable(column.getText())));
        // Newest first is the only order that makes sense of a journal.
        column.setSortable(false);
        column.setCellFactory(_ -> new SpokenText<>());
        column.setCellValueFactory(features -> new ReadOnlyStringWrapper(DisplayText.line(
                text.apply(features.getValue()))));
        return column;
    }
}
