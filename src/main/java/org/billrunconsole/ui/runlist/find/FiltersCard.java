package org.billrunconsole.ui.runlist.find;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.ui.kit.Choices;
import org.billrunconsole.ui.kit.PlainText;
import org.billrunconsole.ui.runlist.rows.RunFlag;

/** The card below <i>Filters</i>: by what a list can be filtered, beyond what the bar above it shows. */
public final class FiltersCard extends VBox {

    /** Flags that only regular runs can have. */
    private static final Set<RunFlag> REGULAR_ONLY = Set.of(RunFlag.PAUSED, RunFlag.PARALLEL, RunFlag.SUSPENSE,
            RunFlag.AT_RISK);
    private static final int COLUMNS = 3;
    /** Months that can be chosen by their name, the last one not among them. */
    private static final int MONTHS = 12;

    private final RunFilters filters;
    private final FilterWords words;
    private final Messages messages;
    private final GridPane choices = new GridPane();

    /** @param close closes the card */
    public FiltersCard(RunKind kind, RunFilters filters, FilterWords words, Messages messages, Runnable close) {
        this.filters = filters;
        this.words = words;
        this.messages = messages;
        setId("filtersCard");
        choices.getStyleClass().add("filter-choices");
        if (kind == RunKind.REGULAR) {
            days("billedFilter", "filters.billed", filters.billedProperty());
            days("periodFilter", "filters.period", filters.periodEndProperty());
        }
        days("invoiceDateFilter", "filters.invoice-date", filters.invoiceDateProperty());
        if (kind == RunKind.REGULAR) {
            due();
        }
        getChildren().setAll(choices,
                title("filters.stage"), boxes("stage", List.of(Stage.Known.values()), words::stage,
                        filters.stagesProperty(), filters::chooseStage),
                title("filters.flags"), boxes("flag", Stream.of(RunFlag.values())
                        .filter(flag -> kind == RunKind.REGULAR || !REGULAR_ONLY.contains(flag)).toList(),
                        words::flag, filters.flagsProperty(), filters::chooseFlag),
                foot(close));
    }

    private void days(String id, String name, ObjectProperty<Optional<DaySpan>> filter) {
        var today = YearMonth.from(filters.today());
        var values = new ArrayList<Optional<DaySpan>>(List.of(Optional.empty()));
        Stream.of(DaySpan.Relative.values()).map(Optional::<DaySpan>of).forEach(values::add);
        IntStream.rangeClosed(2, MONTHS).mapToObj(back -> Optional.<DaySpan>of(new DaySpan.Month(
                today.minusMonths(back)))).forEach(values::add);
        choice(id, name, values, days -> days.map(words::days).orElseGet(() -> messages.get("filters.days.any")),
                filter);
    }

    private void due() {
        choice("dueFilter", "filters.due", Stream.concat(Stream.of(OptionalInt.empty(), OptionalInt.of(-1)),
                IntStream.of(3, 7, 14).mapToObj(OptionalInt::of)).toList(), words::due, filters.dueWithinProperty());
    }

    private <T> void choice(String id, String name, List<T> values, Function<T, String> text,
            ObjectProperty<T> filter) {
        var box = new ComboBox<T>();
        box.setId(id);
        box.setMaxWidth(Double.MAX_VALUE);
        Choices.fill(box, values, text);
        box.valueProperty().bindBidirectional(filter);
        var label = PlainText.in(new Label(messages.get(name)));
        label.setLabelFor(box);
        label.setMinWidth(Region.USE_PREF_SIZE);
        box.setAccessibleText(label.getText());
        GridPane.setHgrow(box, Priority.ALWAYS);
        choices.addRow(choices.getRowCount(), label, box);
    }

    private <E extends Enum<E>> GridPane boxes(String kind, List<E> values, Function<E, String> text,
            ObjectProperty<Set<E>> chosen, BiConsumer<E, Boolean> choose) {
        var grid = new GridPane();
        grid.getStyleClass().add("filter-boxes");
        // Column by column, as the stages follow one another.
        int rows = (values.size() + COLUMNS - 1) / COLUMNS;
        for (int i = 0; i < values.size(); i++) {
            var value = values.get(i);
            var box = PlainText.in(new CheckBox(text.apply(value)));
            box.setId(kind + "-" + Sentences.key(value));
            box.setMinWidth(Region.USE_PREF_SIZE);
            chosen.subscribe(now -> box.setSelected(now.contains(value)));
            box.setOnAction(_ -> choose.accept(value, box.isSelected()));
            grid.add(box, i / rows, i % rows);
        }
        return grid;
    }

    private Label title(String name) {
        var title = PlainText.in(new Label(messages.get(name)));
        title.getStyleClass().add("popup-title");
        return title;
    }

    private HBox foot(Runnable close) {
        var clear = PlainText.in(new Button(messages.get("filters.clear")));
        clear.setId("clearTraits");
        clear.setOnAction(_ -> filters.clearTraits());
        var done = PlainText.in(new Button(messages.get("filters.done")));
        done.setId("filtersDone");
        done.getStyleClass().add("accent");
        done.setOnAction(_ -> close.run());
        var foot = new HBox(clear, done);
        foot.getStyleClass().add("popup-foot");
        return foot;
    }
}
