package org.billrunconsole.ui.runlist.find;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.i18n.SearchText;
import org.billrunconsole.ui.runlist.rows.RunFilter;
import org.billrunconsole.ui.runlist.rows.RunFlag;
import org.billrunconsole.ui.runlist.rows.RunTraits;
import org.billrunconsole.ui.runlist.rows.Segment;

/** What the operator has set to see only some of a list's runs. */
public final class RunFilters {

    private static final String STATUS = "statusFilter";
    private static final String CYCLE = "cycleFilter";
    private static final String DUE = "dueFilter";
    private static final String ATTENTION = "attentionFilter";
    private static final String PERIOD_END = "periodFilter";
    private static final String INVOICE_DATE = "invoiceDateFilter";
    private static final String BILLED = "billedFilter";
    private static final String STAGES = "stageFilter";
    private static final String FLAGS = "flagFilter";

    private final StringProperty searchText = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<String>> searched = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<Segment> segment = new SimpleObjectProperty<>(Segment.ACTIVE);
    private final ObjectProperty<OptionalLong> cycle = new SimpleObjectProperty<>(OptionalLong.empty());
    private final BooleanProperty attention = new SimpleBooleanProperty();
    private final ObjectProperty<OptionalInt> dueWithin = new SimpleObjectProperty<>(OptionalInt.empty());
    private final ObjectProperty<Optional<DaySpan>> periodEnd = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<DaySpan>> invoiceDate = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<DaySpan>> billed = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Set<Stage.Known>> stages = new SimpleObjectProperty<>(Set.of());
    private final ObjectProperty<Set<RunFlag>> flags = new SimpleObjectProperty<>(Set.of());

    private final Supplier<LocalDate> today;
    private final Runnable changed;
    private boolean changing;

    /**
     * @param today   by the operator's calendar
     * @param changed told of every change; once where several are made together
     */
    public RunFilters(Supplier<LocalDate> today, Runnable changed) {
        this.today = today;
        this.changed = changed;
        searchText.subscribe(_ -> searched.set(SearchText.words(searched())));
        all().forEach(each -> each.addListener(_ -> changed()));
    }

    // ---- Properties

    public StringProperty searchTextProperty() {
        return searchText;
    }

    /** The words that are searched for, as {@link SearchText} has them. */
    public ReadOnlyObjectProperty<List<String>> searchedProperty() {
        return searched.getReadOnlyProperty();
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

    /** The days on one of which the period has to end; empty for any day. */
    public ObjectProperty<Optional<DaySpan>> periodEndProperty() {
        return periodEnd;
    }

    /** The days of which the invoice date has to be one; empty for any day. */
    public ObjectProperty<Optional<DaySpan>> invoiceDateProperty() {
        return invoiceDate;
    }

    /** The days on one of which the period has to end, or of which the invoice date has to be one; empty for any day. */
    public ObjectProperty<Optional<DaySpan>> billedProperty() {
        return billed;
    }

    /** The stages in one of which runs have to be; none for every stage. */
    public ObjectProperty<Set<Stage.Known>> stagesProperty() {
        return stages;
    }

    /** What runs have to be, one of it; none for every run. */
    public ObjectProperty<Set<RunFlag>> flagsProperty() {
        return flags;
    }

    /** Whether more is asked of the runs than to be of the part of the list that is shown. */
    public boolean isAsked() {
        var only = new RunFilter("", segment.get(), OptionalLong.empty(), false, OptionalInt.empty());
        return !searchText.get().isBlank() || !now().equals(only);
    }

    /** Calls a listener now, and whenever what the bar above the list does not show may be another. */
    public void onTraits(Runnable listener) {
        Stream.of(dueWithin, periodEnd, invoiceDate, billed, stages, flags).forEach(each -> each.subscribe(listener));
        listener.run();
    }

    /** Today, by the operator's calendar. */
    LocalDate today() {
        return today.get();
    }

    // ---- Commands

    /** Takes a stage among those that are shown, or out of them. */
    void chooseStage(Stage.Known stage, boolean wanted) {
        stages.set(changed(stages.get(), stage, wanted));
    }

    /** Takes a flag among those that are shown, or out of them. */
    void chooseFlag(RunFlag flag, boolean wanted) {
        flags.set(changed(flags.get(), flag, wanted));
    }

    /** Lets every run be shown. */
    public void clear() {
        together(() -> {
            searchText.set("");
            clearTraits();
            cycle.set(OptionalLong.empty());
            attention.set(false);
            segment.set(Segment.ALL);
        });
    }

    /** Puts other filters, and another search, in the place of all there are. */
    public void replace(String search, Map<String, String> words) {
        together(() -> {
            clear();
            searchText.set(search);
            restore(words);
        });
    }

    /** The filters in words of their own, by the id of their control, to be remembered. What is searched for is not. */
    public Map<String, String> words() {
        var words = new HashMap<String, String>();
        words.put(STATUS, segment.get().name());
        cycle.get().ifPresent(id -> words.put(CYCLE, Long.toString(id)));
        dueWithin.get().ifPresent(days -> words.put(DUE, Integer.toString(days)));
        words.put(ATTENTION, Boolean.toString(attention.get()));
        periodEnd.get().ifPresent(days -> words.put(PERIOD_END, days.word()));
        invoiceDate.get().ifPresent(days -> words.put(INVOICE_DATE, days.word()));
        billed.get().ifPresent(days -> words.put(BILLED, days.word()));
        if (!stages.get().isEmpty()) {
            words.put(STAGES, joined(stages.get()));
        }
        if (!flags.get().isEmpty()) {
            words.put(FLAGS, joined(flags.get()));
        }
        return words;
    }

    /** Puts filters back; what cannot be understood stays as it is. */
    public void restore(Map<String, String> words) {
        together(() -> {
            words.forEach(this::set);
            attention.set(Boolean.parseBoolean(words.get(ATTENTION)));
        });
    }

    /** The filters among some that this version does not know, or whose words it does not understand, by their ids. */
    public static List<String> notUnderstood(Map<String, String> words) {
        var trial = new RunFilters(() -> LocalDate.EPOCH, () -> {});
        return words.entrySet()
                .stream()
                .filter(each -> !trial.set(each.getKey(), each.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** As they are at this moment, by the calendar of today. */
    public RunFilter now() {
        var day = today.get();
        return new RunFilter(searched(), segment.get(), cycle.get(), attention.get(), dueWithin.get(),
                new RunTraits(periodEnd.get().map(each -> each.on(day)), invoiceDate.get().map(each -> each.on(day)),
                        billed.get().map(each -> each.on(day)), stages.get(), flags.get()));
    }

    // ---- Inside

    private Stream<Property<?>> all() {
        return Stream.of(searchText, segment, cycle, attention, dueWithin, periodEnd, invoiceDate, billed, stages,
                flags);
    }

    /** A link leads to a run; it is not looked for in the rows. */
    private String searched() {
        return RunKey.beginningOfLink(searchText.get()).isPresent() ? "" : searchText.get();
    }

    /** What the controls in the bar do not show. */
    void clearTraits() {
        together(() -> {
            dueWithin.set(OptionalInt.empty());
            Stream.of(periodEnd, invoiceDate, billed).forEach(each -> each.set(Optional.empty()));
            stages.set(Set.of());
            flags.set(Set.of());
        });
    }

    private void together(Runnable changes) {
        if (changing) {
            changes.run();
            return;
        }
        changing = true;
        try {
            changes.run();
        } finally {
            changing = false;
        }
        changed();
    }

    private void changed() {
        if (!changing) {
            changed.run();
        }
    }

    /** Sets a filter by the id of its control, if its word is understood. */
    private boolean set(String id, String word) {
        return switch (id) {
            case STATUS -> set(segment, Stream.of(Segment.values()).filter(each -> each.name().equals(word))
                    .findFirst());
            case CYCLE -> set(cycle, number(word, "\\d{1,18}").map(Long::parseLong).map(OptionalLong::of));
            case DUE -> set(dueWithin, number(word, "-1|\\d{1,3}").map(Integer::parseInt).map(OptionalInt::of));
            case ATTENTION -> set(attention, Optional.of(word).filter(each -> each.matches("true|false"))
                    .map(Boolean::valueOf));
            case PERIOD_END -> set(periodEnd, DaySpan.of(word).map(Optional::of));
            case INVOICE_DATE -> set(invoiceDate, DaySpan.of(word).map(Optional::of));
            case BILLED -> set(billed, DaySpan.of(word).map(Optional::of));
            case STAGES -> set(stages, split(word, Stage.Known.class));
            case FLAGS -> set(flags, split(word, RunFlag.class));
            default -> false;
        };
    }

    private static <T> boolean set(Property<T> filter, Optional<T> understood) {
        understood.ifPresent(filter::setValue);
        return understood.isPresent();
    }

    private static <E> Set<E> changed(Set<E> chosen, E one, boolean wanted) {
        return Stream.concat(chosen.stream().filter(each -> !each.equals(one)), wanted ? Stream.of(one) : Stream.of())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<String> number(String word, String form) {
        return Optional.of(word).filter(each -> each.matches(form));
    }

    private static String joined(Set<? extends Enum<?>> chosen) {
        return chosen.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }

    private static <E extends Enum<E>> Optional<Set<E>> split(String word, Class<E> type) {
        var known = Stream.of(type.getEnumConstants()).collect(Collectors.toMap(Enum::name, each -> each));
        var chosen = word.split(",");
        return known.keySet().containsAll(Arrays.asList(chosen))
                ? Optional.of(Stream.of(chosen).map(known::get).collect(
                        Collectors.toCollection(() -> EnumSet.noneOf(type))))
                : Optional.empty();
    }
}
