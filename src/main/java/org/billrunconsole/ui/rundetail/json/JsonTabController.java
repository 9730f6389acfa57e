package org.billrunconsole.ui.rundetail.json;

import java.util.List;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.billrunconsole.domain.Run;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.ui.kit.Clipboards;
import org.billrunconsole.ui.kit.FileDialogs;
import org.billrunconsole.ui.kit.Focus;
import org.billrunconsole.ui.kit.KeyHints;
import org.billrunconsole.ui.kit.LazyTooltips;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.Tone;

/** Binds the tab with a run in the API's own words: lines of which only those in sight are made. */
public final class JsonTabController {

    /** Left above a line that is scrolled to. */
    private static final int LINES_ABOVE = 4;

    /** Room for a scroll bar and a few letters, in pixels. */
    private static final double MARGIN = 40;

    private final JsonViewModel model;
    private final Messages messages;
    private final Formats formats;

    @FXML
    private VBox jsonTab;
    @FXML
    private TextField jsonSearch;
    @FXML
    private Label jsonCount;
    @FXML
    private Button jsonPrevious;
    @FXML
    private Button jsonNext;
    @FXML
    private Label jsonSaved;
    @FXML
    private Label jsonFailed;
    @FXML
    private ListView<String> json;

    public JsonTabController(JsonViewModel model, Messages messages, Formats formats) {
        this.model = model;
        this.messages = messages;
        this.formats = formats;
    }

    @FXML
    void initialize() {
        json.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        json.setCellFactory(_ -> new JsonLineCell(model.matchesProperty()::get));
        json.setAccessibleText(messages.get("detail.tab.json"));
        jsonSearch.setPromptText(messages.get("detail.json.search", KeyHints.shortcut(messages, "F")));
        jsonSearch.textProperty().bindBidirectional(model.searchedProperty());
        LazyTooltips.name(jsonPrevious, messages.get("detail.json.previous"));
        LazyTooltips.name(jsonNext, messages.get("detail.json.next"));
        Focus.keepEscape(jsonSearch);
        Focus.onDown(jsonSearch, json::requestFocus);
        jsonSearch.addEventFilter(KeyEvent.KEY_PRESSED, this::pressedInSearch);
        jsonTab.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        model.contentProperty().subscribe((before, now) -> {
            if (!before.run().equals(now.run())) {
                // Where another run was saved says nothing about this one.
                jsonSaved.setText("");
            }
            show(now, !before.run().equals(now.run()));
        });
        show(model.contentProperty().get(), true);
        model.matchesProperty().subscribe(this::showMatches);
    }

    /** Fills the tab with a run. */
    public void show(Run run) {
        model.show(run);
    }

    private void pressed(KeyEvent key) {
        // The window's own search is for the list; in here it is this one.
        if (key.isShortcutDown() && key.getCode() == KeyCode.F) {
            key.consume();
            jsonSearch.requestFocus();
            jsonSearch.selectAll();
        } else if (key.getCode() == KeyCode.F3) {
            key.consume();
            model.move(key.isShiftDown() ? -1 : 1);
        } else if (key.isShortcutDown() && key.getCode() == KeyCode.C && key.getTarget() == json) {
            key.consume();
            copyLines();
        }
    }

    private void pressedInSearch(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER && !key.isShortcutDown()) {
            key.consume();
            model.move(key.isShiftDown() ? -1 : 1);
        } else if (key.getCode() == KeyCode.ESCAPE) {
            key.consume();
            jsonSearch.clear();
            json.requestFocus();
        }
    }

    @FXML
    void previous() {
        model.move(-1);
    }

    @FXML
    void next() {
        model.move(1);
    }

    @FXML
    void copyJson() {
        Clipboards.copy(model.contentProperty().get().text().whole());
    }

    @FXML
    void saveJson() {
        FileDialogs.save(json.getScene().getWindow(), messages.get("detail.json.save"), model.fileName())
                .ifPresent(file -> model.save(file, saved -> jsonSaved.setText(messages.get(saved
                        ? "saving.done"
                        : "saving.failed", file))));
    }

    private void copyLines() {
        var whole = model.contentProperty().get().text().whole().lines().toList();
        Clipboards.copy(json.getSelectionModel()
                .getSelectedIndices()
                .stream()
                .sorted()
                .map(whole::get)
                .collect(Collectors.joining("\n")));
    }

    private void show(JsonViewModel.Content content, boolean otherRun) {
        appear(jsonFailed, content.failed());
        appear(json, !content.failed());
        showLines(content.text().lines());
        if (otherRun) {
            json.getSelectionModel().clearSelection();
            json.scrollTo(0);
        }
    }

    /** Lines that are as they were stay, with what is selected of them and where one has scrolled to. */
    private void showLines(List<String> lines) {
        if (json.getItems().size() != lines.size()) {
            json.getItems().setAll(lines);
            return;
        }
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).equals(json.getItems().get(i))) {
                json.getItems().set(i, lines.get(i));
            }
        }
    }

    private void showMatches(JsonMatches matches) {
        var none = matches.all().isEmpty();
        jsonCount.setText(matches.searched().isEmpty() ? ""
                : none ? messages.get("detail.json.no-match")
                        : messages.get("detail.json.match", formats.number(matches.currentAt() + 1L),
                                formats.number(matches.all().size())));
        Styles.tone(jsonCount, none ? Tone.WARNING : Tone.NEUTRAL);
        jsonSearch.setAccessibleHelp(jsonCount.getText());
        // A button that had the keyboard and can do no more must not take it along.
        if (none && (jsonNext.isFocused() || jsonPrevious.isFocused())) {
            jsonSearch.requestFocus();
        }
        jsonPrevious.setDisable(none);
        jsonNext.setDisable(none);
        json.refresh();
        matches.current().ifPresent(match -> reveal(match.line()));
    }

    /** Brings a line into sight, and of it the place that is looked at. */
    private void reveal(int line) {
        if (!(json.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)) {
            json.scrollTo(line);
            return;
        }
        json.layout();
        var first = flow.getFirstVisibleCell();
        var last = flow.getLastVisibleCell();
        if (first == null || last == null || line <= first.getIndex() || line >= last.getIndex()) {
            // Not at the edge: what stands around it says what it is.
            json.scrollTo(Math.max(0, line - LINES_ABOVE));
            json.layout();
        }
        if (flow.getCell(line) instanceof JsonLineCell cell) {
            cell.current().ifPresent(place -> revealAcross(flow, cell, place));
        }
    }

    private void revealAcross(VirtualFlow<?> flow, JsonLineCell cell, Node place) {
        cell.applyCss();
        cell.layout();
        var bounds = cell.sceneToLocal(place.localToScene(place.getLayoutBounds()));
        for (var node : flow.lookupAll(".scroll-bar")) {
            if (node instanceof ScrollBar bar && bar.getOrientation() == Orientation.HORIZONTAL
                    && bar.isVisible() && (bounds.getMaxX() > bar.getValue() + flow.getWidth() - MARGIN
                            || bounds.getMinX() < bar.getValue())) {
                bar.setValue(Math.clamp(bounds.getMaxX() - flow.getWidth() / 2, bar.getMin(), bar.getMax()));
            }
        }
    }

    private static void appear(Node part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }
}
