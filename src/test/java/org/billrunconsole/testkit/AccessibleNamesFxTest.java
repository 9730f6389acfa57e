package org.billrunconsole.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.ui.kit.look.SpokenRow;
import org.billrunconsole.ui.kit.look.SpokenText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Controls without a name or a role are found, and those that have them are not. */
@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class AccessibleNamesFxTest {

    private final VBox root = new VBox();

    @Start
    void start(Stage stage) {
        stage.setScene(new Scene(root, 400, 300));
        stage.show();
    }

    @Test
    void whatHasNoNameIsFound(FxRobot robot) {
        robot.interact(() -> {
            var typed = new TextField("a value is no name");
            typed.setPromptText("nor is a prompt");
            var chosen = new ComboBox<String>();
            chosen.setValue("nor what is chosen");
            root.getChildren().setAll(typed, chosen, new Button("", new FontIcon(Feather.X)), new ListView<String>());
            assertThat(AccessibleNames.missing(root)).hasSize(4).allMatch(each -> each.endsWith("has no name"));
        });
    }

    @Test
    void whatHasNoRoleIsFound(FxRobot robot) {
        robot.interact(() -> {
            var card = new HBox();
            card.setFocusTraversable(true);
            card.setAccessibleText("Nov 2026 Residential");
            root.getChildren().setAll(card);
            assertThat(AccessibleNames.missing(root)).singleElement().asString().endsWith("has no role");
            card.setAccessibleRole(AccessibleRole.BUTTON);
            assertThat(AccessibleNames.missing(root)).isEmpty();
        });
    }

    @Test
    void wordsLabelsAndAccessibleTextsAreNames(FxRobot robot) {
        robot.interact(() -> {
            var name = new TextField();
            var label = new Label("Name");
            label.setLabelFor(name);
            var close = new Button("", new FontIcon(Feather.X));
            close.setAccessibleText("Close");
            var unseen = new TextField();
            unseen.setVisible(false);
            root.getChildren().setAll(label, name, close, new Button("Save"), unseen);
            assertThat(AccessibleNames.missing(root)).isEmpty();
        });
    }

    @Test
    void aTableWhoseRowsAreNotSaidAsAWholeIsFound(FxRobot robot) {
        var table = new TableView<String>();
        robot.interact(() -> {
            table.setAccessibleText("Words");
            for (var title : List.of("Word", "Length")) {
                var column = new TableColumn<String, String>(title);
                column.setCellValueFactory(features -> new ReadOnlyStringWrapper(title.equals("Word")
                        ? features.getValue()
                        : Integer.toString(features.getValue().length())));
                table.getColumns().add(column);
            }
            table.getItems().add("invoice");
            root.getChildren().setAll(table);
        });
        robot.interact(() -> {
            root.applyCss();
            root.layout();
            assertThat(AccessibleNames.missing(root)).singleElement().asString().contains("does not say its row");
            table.getColumns().forEach(AccessibleNamesFxTest::speak);
            table.setRowFactory(_ -> new SpokenRow<>(new Messages(Locale.UK)));
        });
        robot.interact(() -> {
            root.layout();
            assertThat(AccessibleNames.missing(root)).isEmpty();
            assertThat(Spoken.of(table)).contains("Word: invoice, Length: 7");
        });
    }

    @SuppressWarnings("unchecked")
    private static void speak(TableColumn<String, ?> column) {
        ((TableColumn<String, String>) column).setCellFactory(_ -> new SpokenText<>());
    }
}
