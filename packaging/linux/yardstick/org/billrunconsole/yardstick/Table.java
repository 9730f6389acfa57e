package org.billrunconsole.yardstick;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;

/**
 * A window with nothing but a table of the columns that the program shows at first, with as many rows of the same kind
 * of text: the least that a JavaFX program which shows its rows in JavaFX's table can show. JavaFX's own look and cells.
 */
public final class Table extends Application {

    private static final int ROWS = 75;

    private static final List<Column> COLUMNS = List.of(
            new Column("", 34, _ -> ""),
            new Column("Bill run", 230, row -> "Consumer monthly " + (row + 1)),
            new Column("Billing cycle", 110, _ -> "Monthly 1st"),
            new Column("Period", 150, row -> "%d Oct – %d Nov 2026".formatted(row % 28 + 1, row % 28 + 1)),
            new Column("Invoice date", 110, row -> "%d Nov 2026".formatted(row % 28 + 1)),
            new Column("Status", 88, row -> row % 3 == 0 ? "Running" : "Closed"),
            new Column("Stage", 230, row -> "Calculating charges %d %%".formatted(row)),
            new Column("Revenue", 110, row -> "£%d,%03d.00".formatted(row + 100, row)),
            new Column("Suspense", 90, row -> Integer.toString(row * 7)));

    public static void main(String[] args) {
        launch(Table.class, args);
    }

    @Override
    public void start(Stage stage) {
        var table = new TableView<Integer>();
        for (var each : COLUMNS) {
            var column = new TableColumn<Integer, String>(each.title());
            column.setPrefWidth(each.width());
            column.setCellValueFactory(row -> new ReadOnlyStringWrapper(each.text().apply(row.getValue())));
            table.getColumns().add(column);
        }
        table.getItems().setAll(IntStream.range(0, ROWS).boxed().toList());
        BareWindow.show(stage, table, ROWS + " rows");
    }

    private record Column(String title, double width, IntFunction<String> text) {}
}
