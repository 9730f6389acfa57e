package org.billrunconsole.ui.runlist.find;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.ui.runlist.rows.RunFlag;

/** What filters are called. */
public final class FilterWords {

    private final Messages messages;
    private final Formats formats;
    private final Sentences sentences;

    public FilterWords(Messages messages, Formats formats, Sentences sentences) {
        this.messages = messages;
        this.formats = formats;
        this.sentences = sentences;
    }

    /**
     * One filter that is set, beyond those that the bar above the list shows.
     *
     * @param text   what it asks for
     * @param remove takes it away, and no other
     */
    record Chip(String text, Runnable remove) {}

    /** All that are set. */
    List<Chip> chips(RunFilters filters) {
        var chips = new ArrayList<Chip>();
        chip("filters.billed", filters.billedProperty(), this::days).ifPresent(chips::add);
        chip("filters.period", filters.periodEndProperty(), this::days).ifPresent(chips::add);
        chip("filters.invoice-date", filters.invoiceDateProperty(), this::days).ifPresent(chips::add);
        if (filters.dueWithinProperty().get().isPresent()) {
            chips.add(new Chip(due(filters.dueWithinProperty().get()),
                    () -> filters.dueWithinProperty().set(OptionalInt.empty())));
        }
        filters.stagesProperty().get().stream().sorted().forEach(stage -> chips.add(new Chip(
                messages.get("filters.chip", messages.get("filters.stage"), stage(stage)),
                () -> filters.chooseStage(stage, false))));
        filters.flagsProperty().get().stream().sorted().forEach(flag -> chips.add(new Chip(flag(flag),
                () -> filters.chooseFlag(flag, false))));
        return chips;
    }

    /** How many are set. */
    public int count(RunFilters filters) {
        return chips(filters).size();
    }

    private Optional<Chip> chip(String name, ObjectProperty<Optional<DaySpan>> filter,
            Function<DaySpan, String> words) {
        return filter.get().map(days -> new Chip(messages.get("filters.chip", messages.get(name), words.apply(days)),
                () -> filter.set(Optional.empty())));
    }

    /** A choice of days. */
    String days(DaySpan days) {
        return switch (days) {
            case DaySpan.Relative relative -> messages.get("filters.days." + Sentences.key(relative));
            case DaySpan.Month(YearMonth month) -> formats.month(month);
        };
    }

    /** A time within which runs have to be closed. */
    String due(OptionalInt days) {
        return days.isEmpty() ? messages.get("list.due.any")
                : days.getAsInt() < 0 ? messages.get("list.due.past")
                        : messages.get("list.due.within", days.getAsInt());
    }

    String stage(Stage.Known stage) {
        return sentences.stage(stage);
    }

    String flag(RunFlag flag) {
        return messages.get("filters.flag." + Sentences.key(flag));
    }
}
