package org.billrunconsole.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.billrunconsole.domain.Connection;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.ui.compare.CompareViewModel.Content;
import org.billrunconsole.ui.compare.CompareViewModel.State;
import org.billrunconsole.ui.kit.Clipboards;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.TabSeparated;
import org.billrunconsole.ui.kit.dialog.DialogStrip;
import org.billrunconsole.ui.kit.focus.ColumnKeys;
import org.billrunconsole.ui.kit.look.SpokenCell;
import org.billrunconsole.ui.kit.look.SpokenRow;

/** Binds the comparison of two runs. */
public final class CompareController {

    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    /** Left and right of a cell's text together, in pixels. */
    private static final double PADDING = 24;

    private final CompareViewModel model;
    private final Connection connection;
    private final ObservableValue<String> live;
    private final Runnable close;
    private final Messages messages;
    private final Sentences sentences;
    private final TableColumn<ComparedField, ComparedField> first = column("first", ComparedField::first);
    private final TableColumn<ComparedField, ComparedField> second = column("second", ComparedField::second);

    @FXML
    private DialogStrip strip;
    @FXML
    private Label title;
    @FXML
    private Label compareSummary;
    @FXML
    private CheckBox compareOnly;
    @FXML
    private Button compareSwap;
    @FXML
    private TableView<ComparedField> compareFields;
    @FXML
    private VBox sameBox;
    @FXML
    private VBox failedBox;
    @FXML
    private Label compareGone;
    @FXML
    private Label compareLive;

    /**
     * @param live how fresh the runs are, in words
     * @param close takes the dialog away
     */
    CompareController(CompareViewModel model, Connection connection, ObservableValue<String> live, Runnable close,
            Messages messages, Sentences sentences) {
        this.model = model;
        this.connection = connection;
        this.live = live;
        this.close = close;
        this.messages = messages;
        this.sentences = sentences;
    }

    @FXML
    void initialize() {
        strip.show(connection, messages);
        compareLive.textProperty().bind(live);
        compareOnly.selectedProperty().bindBidirectional(model.onlyDifferencesProperty());
        compareGone.managedProperty().bind(compareGone.visibleProperty());
        initializeTable();
        model.contentProperty().subscribe(this::show);
    }

    /** Where the keyboard goes first. */
    Node first() {
        return compareFields;
    }

    @FXML
    void swap() {
        model.swap();
    }

    @FXML
    void again() {
        model.compare();
    }

    @FXML
    void copy() {
        var now = model.contentProperty().get();
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(messages.get("compare.field"), name(now.first()), name(now.second()),
                messages.get("compare.difference")));
        now.shown().forEach(each -> rows.add(List.of(each.name(), each.first(), each.second(), each.difference())));
        Clipboards.copy(TabSeparated.of(rows));
    }

    @FXML
    void close() {
        close.run();
    }

    private void initializeTable() {
        var field = column("field", ComparedField::name);
        field.setText(messages.get("compare.field"));
        var difference = column("difference", ComparedField::difference);
        difference.setText(messages.get("compare.difference"));
        List.of(field, first, second, difference).forEach(each -> {
            each.setSortable(false);
            each.setReorderable(false);
            compareFields.getColumns().add(each);
        });
        compareFields.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        compareFields.setAccessibleText(messages.get("compare.accessible"));
        compareFields.setRowFactory(_ -> new FieldRow());
        ColumnKeys.install(compareFields, messages);
        compareFields.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (COPY.match(event)) {
                copy();
                event.consume();
            }
        });
    }

    private void show(Content now) {
        title.setText(messages.get(now.first().key().kind() == RunKind.REGULAR ? "compare.title.regular"
                : "compare.title.adhoc"));
        first.setText(name(now.first()));
        second.setText(name(now.second()));
        compareSummary.setText(switch (now.state()) {
            case READY -> messages.get("compare.summary", now.differing(), now.all());
            case COMPARING -> now.all() == 0 ? messages.get("compare.comparing")
                    : messages.get("compare.summary", now.differing(), now.all());
            case FAILED -> "";
        });
        // Only what is other is replaced: the row that the keyboard is on stays while the runs are read again.
        if (!compareFields.getItems().equals(now.shown())) {
            var at = compareFields.getFocusModel().getFocusedIndex();
            compareFields.getItems().setAll(now.shown());
            compareFields.getSelectionModel().clearAndSelect(Math.clamp(at, 0, Math.max(0, now.shown().size() - 1)));
        }
        var nothingDiffers = now.state() == State.READY && now.shown().isEmpty();
        appear(sameBox, nothingDiffers);
        appear(failedBox, now.state() == State.FAILED);
        compareGone.setText(now.gone().stream().map(run -> messages.get("detail.gone", run.label())).collect(
                Collectors.joining(" ")));
        compareGone.setVisible(!now.gone().isEmpty());
        compareSwap.setDisable(now.state() == State.COMPARING && now.all() == 0);
    }

    private String name(Run run) {
        return messages.get("compare.run", run.label(), sentences.run(run.key()));
    }

    private static void appear(VBox part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }

    private static TableColumn<ComparedField, ComparedField> column(String id, Function<ComparedField, String> text) {
        var column = new TableColumn<ComparedField, ComparedField>();
        column.setId(id);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setCellFactory(_ -> new FieldCell(text));
        return column;
    }

    /** A row that shows by its weight that it differs; that it does also stands in it in words and by a sign. */
    private final class FieldRow extends TableRow<ComparedField> {

        @Override
        public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
            return attribute == AccessibleAttribute.TEXT && !isEmpty()
                    ? SpokenRow.words(this, messages)
                    : super.queryAccessibleAttribute(attribute, parameters);
        }

        @Override
        protected void updateItem(ComparedField field, boolean empty) {
            super.updateItem(field, empty);
            pseudoClassStateChanged(Styles.state("differs"), !empty && field != null && field.differs());
        }
    }

    /** Text on as many lines as it needs. */
    private static final class FieldCell extends SpokenCell<ComparedField, ComparedField> {

        private final Function<ComparedField, String> words;
        private final Text text = new Text();

        private FieldCell(Function<ComparedField, String> words) {
            this.words = words;
            text.getStyleClass().add("flow-text");
            text.wrappingWidthProperty().bind(widthProperty().subtract(PADDING));
        }

        @Override
        protected void updateItem(ComparedField field, boolean empty) {
            super.updateItem(field, empty);
            var shown = empty || field == null ? "" : words.apply(field);
            text.setText(shown);
            setAccessibleText(shown);
            setGraphic(shown.isEmpty() ? null : text);
        }
    }
}
