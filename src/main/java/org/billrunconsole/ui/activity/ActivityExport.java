package org.billrunconsole.ui.activity;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.collections.ObservableList;
import org.billrunconsole.domain.DisplayText;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.export.Cell;
import org.billrunconsole.export.Column;
import org.billrunconsole.export.ExportTable;
import org.billrunconsole.export.Line;
import org.billrunconsole.i18n.ActivityWords;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.ui.kit.export.ExportSource;

/** The entries that are shown of the journal, as they can be saved. */
final class ActivityExport implements ExportSource {

    private final ObservableList<Activity> entries;
    private final ActivityWords words;
    private final Messages messages;

    ActivityExport(ObservableList<Activity> entries, ActivityWords words, Messages messages) {
        this.entries = entries;
        this.words = words;
        this.messages = messages;
    }

    @Override
    public String fileName() {
        return messages.get("export.file.activity");
    }

    @Override
    public int shown() {
        return entries.size();
    }

    @Override
    public Supplier<ExportTable> table(boolean chosenOnly) {
        var shown = List.copyOf(entries);
        var columns = Stream.of("time", "who", "connection", "run", "what", "outcome", "took.ms")
                .map(name -> new Column(messages.get("activity.column." + name)))
                .toList();
        return () -> new ExportTable(messages.get("shell.tab.activity"), columns, shown.stream().map(this::line)
                .toList());
    }

    private Line line(Activity entry) {
        return new Line.Row(List.of(Cell.moment(Optional.of(entry.time())), text(entry.origin().user()),
                text(entry.origin().connection()), text(words.run(entry)), text(words.what(entry)),
                text(words.outcome(entry)), took(entry)));
    }

    private static Cell text(String text) {
        return text.equals(Formats.NONE) ? Cell.NOTHING : Cell.text(DisplayText.line(text, DisplayText.LONGEST_TEXT));
    }

    private static Cell took(Activity entry) {
        return entry instanceof Activity.Write write
                ? write.answer().map(answer -> Cell.number(answer.took().toMillis())).orElse(Cell.NOTHING)
                : Cell.NOTHING;
    }
}
