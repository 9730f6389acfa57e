package org.billrunconsole.ui.runlist;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.ui.runlist.rows.RunFilter;
import org.billrunconsole.ui.runlist.rows.Segment;

/** What the operator has set to see only some of a list's runs. */
public final class RunFilters {

    private static final String STATUS = "statusFilter";
    private static final String CYCLE = "cycleFilter";
    private static final String DUE = "dueFilter";
    private static final String ATTENTION = "attentionFilter";

    private final StringProperty searchText = new SimpleStringProperty("");
    private final ObjectProperty<Segment> segment = new SimpleObjectProperty<>(Segment.ACTIVE);
    private final ObjectProperty<OptionalLong> cycle = new SimpleObjectProperty<>(OptionalLong.empty());
    private final BooleanProperty attention = new SimpleBooleanProperty();
    private final ObjectProperty<OptionalInt> dueWithin = new SimpleObjectProperty<>(OptionalInt.empty());

    private final Runnable changed;
    private boolean clearing;

    /** @param changed told of every change; once where several are cleared */
    RunFilters(Runnable changed) {
        this.changed = changed;
        Stream.of(searchText, segment, cycle, attention, dueWithin)
                .forEach(each -> each.addListener(_ -> changed()));
    }

    public StringProperty searchTextProperty() {
        return searchText;
    }

    public ObjectProperty<Segment> segmentProperty() {
        return segment;
    }

    /** The only billing cycle whose runs are shown; empty for all of them. */
    public ObjectProperty<OptionalLong> cycleProperty() {
        return cycle;
    }

    /** Whether only runs that need attention are shown. */
    public BooleanProperty attentionProperty() {
        return attention;
    }

    /** Only runs that can be closed for so many more days or fewer, -1 for those that cannot any more; empty for all. */
    public ObjectProperty<OptionalInt> dueWithinProperty() {
        return dueWithin;
    }

    /** Lets every run be shown. */
    public void clear() {
        clearing = true;
        searchText.set("");
        cycle.set(OptionalLong.empty());
        attention.set(false);
        dueWithin.set(OptionalInt.empty());
        segment.set(Segment.ALL);
        clearing = false;
        changed();
    }

    /** The filters in words of their own, by the id of their control, to be remembered. What is searched for is not. */
    public Map<String, String> words() {
        var words = new HashMap<String, String>();
        words.put(STATUS, segment.get().name());
        cycle.get().ifPresent(id -> words.put(CYCLE, Long.toString(id)));
        dueWithin.get().ifPresent(days -> words.put(DUE, Integer.toString(days)));
        words.put(ATTENTION, Boolean.toString(attention.get()));
        return words;
    }

    /** Puts filters back; what cannot be understood stays as it is. */
    public void restore(Map<String, String> words) {
        Stream.of(Segment.values())
                .filter(each -> each.name().equals(words.get(STATUS)))
                .findFirst()
                .ifPresent(segment::set);
        var remembered = words.getOrDefault(CYCLE, "");
        if (remembered.matches("\\d{1,18}")) {
            cycle.set(OptionalLong.of(Long.parseLong(remembered)));
        }
        var due = words.getOrDefault(DUE, "");
        if (due.matches("-1|\\d{1,3}")) {
            dueWithin.set(OptionalInt.of(Integer.parseInt(due)));
        }
        attention.set(Boolean.parseBoolean(words.get(ATTENTION)));
    }

    private void changed() {
        if (!clearing) {
            changed.run();
        }
    }

    RunFilter now() {
        // A link leads to a run; it is not looked for in the rows.
        var searched = RunKey.beginningOfLink(searchText.get()).isPresent() ? "" : searchText.get();
        return new RunFilter(searched, segment.get(), cycle.get(), attention.get(), dueWithin.get());
    }
}
