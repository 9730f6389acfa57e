package org.billrunconsole.ui.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.billrunconsole.domain.Run;
import org.billrunconsole.i18n.SearchText;
import org.billrunconsole.ui.kit.command.Offer;
import org.billrunconsole.ui.runlist.rows.RowFacts;
import org.billrunconsole.work.Cancellable;
import org.billrunconsole.work.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the box finds, in groups, and which line is chosen. Runs are looked for away from the window's thread, and only
 * the last search is answered. For the window's thread.
 */
public final class SearchViewModel {

    /** So many runs are shown; whoever wants more uses the list's own search. */
    static final int MOST_RUNS = 12;

    /** Kinds of what can be found, in the order in which they are shown. */
    public enum Group {
        RUNS, ACTIONS, VIEWS, CONNECTIONS, SETTINGS
    }

    public enum State {
        READY, SEARCHING, NO_MATCH, FAILED
    }

    /** A line of the box. */
    public sealed interface Line {

        /**
         * What the lines below it are.
         *
         * @param shown how many of them there are
         * @param all   how many were found
         */
        record Heading(Group group, int shown, int all) implements Line {}

        /** Something to choose. */
        record Hit(Group group, Offer offer) implements Line {}
    }

    private static final Logger LOG = LoggerFactory.getLogger(SearchViewModel.class);

    private final Supplier<List<List<RowFacts>>> runs;
    private final Function<Run, Offer> runOffer;
    private final TaskRunner tasks;
    private final Map<Group, List<Offer>> others = new EnumMap<>(Group.class);
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.READY);
    private final ReadOnlyObjectWrapper<List<String>> words = new ReadOnlyObjectWrapper<>(List.of());
    private String text = "";
    private RunSearch.Matches matches = RunSearch.Matches.NONE;
    private Optional<Search> running = Optional.empty();
    private Runnable whenFound = () -> {};

    /**
     * @param runs     the rows of all lists as they are now
     * @param runOffer a run in words
     */
    public SearchViewModel(Supplier<List<List<RowFacts>>> runs, Function<Run, Offer> runOffer, TaskRunner tasks) {
        this.runs = runs;
        this.runOffer = runOffer;
        this.tasks = tasks;
    }

    // ---- Properties

    public ObservableList<Line> lines() {
        return lines;
    }

    /** The place of the chosen line; -1 while there is nothing to choose. */
    public ReadOnlyIntegerProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What is searched for, as {@link SearchText} has it. */
    public ReadOnlyObjectProperty<List<String>> wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /** What is chosen; empty while there is nothing. */
    public Optional<Offer> chosen() {
        return chosen.get() >= 0 && lines.get(chosen.get()) instanceof Line.Hit(_, var offer) ? Optional.of(offer)
                : Optional.empty();
    }

    // ---- Commands

    /** Has these found besides runs, in place of those of that group before. */
    public void offer(Group group, List<Offer> offers) {
        others.put(group, List.copyOf(offers));
        if (running.isEmpty()) {
            show();
        }
    }

    /** Finds what has all these words. */
    public void search(String typed) {
        text = typed;
        words.set(SearchText.words(typed));
        stop();
        if (words.get().isEmpty()) {
            matches = RunSearch.Matches.NONE;
            show();
            return;
        }
        state.set(State.SEARCHING);
        var now = new Search();
        running = Optional.of(now);
        var lists = runs.get();
        now.task = Optional.of(tasks.run("search for anything", () -> RunSearch.find(lists, typed, MOST_RUNS,
                now.cancelled::get), found -> answered(now, found), e -> failed(now, e)));
    }

    /** Lets nothing be found any more. */
    public void stop() {
        running.ifPresent(Search::cancel);
        running = Optional.empty();
        whenFound = () -> {};
    }

    /** Chooses the next line that can be, or the one before. */
    public void step(int by) {
        for (int place = chosen.get() + by; place >= 0 && place < lines.size(); place += by) {
            if (lines.get(place) instanceof Line.Hit) {
                chosen.set(place);
                return;
            }
        }
    }

    /** Chooses a line. */
    public void choose(Line line) {
        if (line instanceof Line.Hit) {
            chosen.set(lines.indexOf(line));
        }
    }

    /** Has something done once what was typed last has been looked for: at once, if it has. */
    public void whenFound(Runnable then) {
        if (running.isPresent()) {
            whenFound = then;
        } else {
            then.run();
        }
    }

    // ---- Inside

    private void answered(Search search, RunSearch.Matches found) {
        if (running.filter(each -> each == search).isPresent()) {
            running = Optional.empty();
            matches = found;
            show();
            var then = whenFound;
            whenFound = () -> {};
            then.run();
        }
    }

    private void failed(Search search, Exception e) {
        if (running.filter(each -> each == search).isPresent()) {
            running = Optional.empty();
            matches = RunSearch.Matches.NONE;
            LOG.error("Runs cannot be searched", e);
            show();
            state.set(State.FAILED);
        }
    }

    private void show() {
        var now = new ArrayList<Line>();
        for (var group : Group.values()) {
            var offers = group == Group.RUNS ? matches.first().stream().map(RowFacts::run).map(runOffer).toList()
                    : matching(group);
            if (!offers.isEmpty()) {
                now.add(new Line.Heading(group, offers.size(), group == Group.RUNS ? matches.all() : offers.size()));
                offers.forEach(offer -> now.add(new Line.Hit(group, offer)));
            }
        }
        chosen.set(-1);
        lines.setAll(now);
        step(1);
        state.set(now.isEmpty() && !text.isBlank() ? State.NO_MATCH : State.READY);
    }

    private List<Offer> matching(Group group) {
        return others.getOrDefault(group, List.of())
                .stream()
                .filter(offer -> {
                    var searched = SearchText.folded(offer.name() + " " + offer.detail());
                    return words.get().stream().allMatch(searched::contains);
                })
                .toList();
    }

    private static final class Search {

        private final AtomicBoolean cancelled = new AtomicBoolean();
        private Optional<Cancellable> task = Optional.empty();

        void cancel() {
            cancelled.set(true);
            task.ifPresent(Cancellable::cancel);
        }
    }
}
