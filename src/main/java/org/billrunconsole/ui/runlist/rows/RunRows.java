package org.billrunconsole.ui.runlist.rows;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.collections.ObservableList;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.work.TaskRunner;

/**
 * The rows of a list, which of them are shown, and in which order. For the window's thread, which goes through all rows
 * of a short list only: of a long one the rows that changed are put where they belong, and all else is a
 * {@link RowQuery} that is answered elsewhere.
 */
public final class RunRows {

    /** Why rows move. */
    public enum Cause {
        /** They have come, gone or changed. */
        ARRIVED,
        /** Another filter or order was asked for. */
        ASKED
    }

    /** Up to so many rows are gone through at once, so that a short list never shows what has just been overtaken. */
    static final int AT_ONCE = 2_000;

    /** So many rows that are judged otherwise are taken in one by one; more of them with all others, at once. */
    private static final int FEW = 200;

    private final RunJudge judge;
    private final RowQueries queries;
    private final Supplier<Set<RunKey>> chosen;
    private final BiConsumer<Cause, Runnable> rearrange;
    private final Consumer<RowChange> changed;

    private final Map<RunKey, RowFacts> byKey = new HashMap<>();
    private final Map<RunKey, RunRow> seen = new HashMap<>();
    private final ShownRows shown = new ShownRows(this::rowOf);
    private final Tally tally = new Tally();
    private SortedFacts all = SortedFacts.none(RowOrder.BY_ID);
    private RunFilter filter = RunFilter.EVERYTHING;
    private RowOrder order = RowOrder.BY_ID;
    private RunFilter filtered = filter;
    private Predicate<RowFacts> accepted = filter.prepared();
    private boolean toJudge;

    /**
     * @param chosen    the runs that are chosen, which are counted along; cannot be changed
     * @param rearrange does what moves rows
     * @param changed   told of what has come of it
     */
    public RunRows(RunJudge judge, TaskRunner tasks, Supplier<Set<RunKey>> chosen,
            BiConsumer<Cause, Runnable> rearrange,
            Consumer<RowChange> changed) {
        this.judge = judge;
        this.queries = new RowQueries(tasks);
        this.chosen = chosen;
        this.rearrange = rearrange;
        this.changed = changed;
    }

    // ---- Properties

    /** What the table shows: the rows that are shown, and above each group of them its header. */
    public ObservableList<ListRow> lines() {
        return shown;
    }

    /** The rows that are shown, those of collapsed groups included. */
    public List<RunRow> shown() {
        return new AbstractList<>() {
            @Override
            public RunRow get(int place) {
                return rowOf(shown.facts().get(place));
            }

            @Override
            public int size() {
                return shown.facts().size();
            }
        };
    }

    /** The groups that the rows are in, from top to bottom; none if they are not grouped. */
    public List<GroupRow.Group> groups() {
        return shown.facts().groups().map(Groups::all).orElse(List.of());
    }

    /** What is known of the rows of a group that are shown or collapsed, from top to bottom. */
    public List<RowFacts> listed(GroupRow.Key group) {
        return shown.facts().groups().map(groups -> {
            int at = groups.all().stream().map(GroupRow.Group::key).toList().indexOf(group);
            return at < 0 ? List.<RowFacts>of()
                    : listed().subList(groups.start(at), groups.start(at) + groups.all().get(at).runs());
        }).orElse(List.of());
    }

    /** The group that a run is in; empty if it is not shown or rows are not grouped. */
    public Optional<GroupRow.Key> groupOf(RunKey key) {
        return shown.facts().order().grouping().filter(_ -> isShown(key)).flatMap(by -> find(key).map(by.key()));
    }

    /** The line of a group's header; -1 if there is no such group. */
    public int lineOf(GroupRow.Key group) {
        return shown.headerOf(group);
    }

    /** The line of a run; -1 if it is not shown, or its group is collapsed. */
    public int lineOf(RunKey key) {
        return find(key).map(shown::lineOf).orElse(-1);
    }

    /** What is known at this moment of the rows that are shown, from top to bottom; cannot be changed. */
    public List<RowFacts> listed() {
        return shown.facts().asList();
    }

    /** What is known at this moment of all rows, shown or not; cannot be changed, for any thread. */
    public List<RowFacts> everything() {
        return all.asList();
    }

    /** How many there are, shown or not. */
    public int size() {
        return all.size();
    }

    public Tally tally() {
        return tally;
    }

    public Optional<RowFacts> find(RunKey key) {
        return Optional.ofNullable(byKey.get(key));
    }

    public boolean isShown(RunKey key) {
        return placeOf(key) >= 0;
    }

    /** The place of a run among those shown; -1 if it is not shown. */
    public int placeOf(RunKey key) {
        return find(key).map(shown.facts()::placeOf).orElse(-1);
    }

    // ---- Commands

    /** Shows the rows that a filter lets through; all of them at once, however many. */
    public void filter(RunFilter now) {
        filter = now;
        postponeJudging();
        if (now.isEverything() && all.size() > AT_ONCE) {
            queries.stop();
            var query = new RowQuery(all, now, all.order(), Optional.empty(), chosen.get());
            answered(query, query.answer(() -> false), Map.of());
            if (order.equals(all.order())) {
                return;
            }
        }
        ask(Optional.empty());
    }

    /** Puts the rows in an order, and again wherever values outgrow it. */
    public void sort(RowOrder now) {
        order = now;
        postponeJudging();
        ask(Optional.empty());
    }

    /** Hides the runs of a group below its header, or shows them again. */
    public void toggle(GroupRow.Key group) {
        var now = new HashSet<>(shown.collapsed());
        if (!now.remove(group)) {
            now.add(group);
        }
        rearrange.accept(Cause.ASKED, () -> shown.collapse(now));
    }

    /** Shows the runs of the group that a run is in. */
    public void reveal(RunKey key) {
        if (lineOf(key) < 0) {
            groupOf(key).ifPresent(this::toggle);
        }
    }

    /** Judges all rows anew, since something has changed that is not in the runs. */
    public void judge() {
        if (queries.awaited().filter(each -> each.judge().isEmpty()).isPresent()) {
            toJudge = true;
        } else {
            ask(Optional.of(judge));
        }
    }

    /** Judges some rows anew at once, since something has changed of them that is not in the runs. */
    public void judge(Collection<RunKey> keys) {
        var otherwise = new ArrayList<RowFacts>();
        for (var key : keys) {
            find(key).ifPresent(before -> {
                var now = judge.again(before);
                if (now != before) {
                    otherwise.add(now);
                }
            });
        }
        takeIn(otherwise, Set.of());
    }

    /** Takes in runs that are new or have changed, and forgets some. */
    public void takeIn(Collection<RowFacts> fresh, Collection<RunKey> forgotten) {
        var differences = new RowDifferences();
        for (var key : forgotten) {
            var before = Optional.ofNullable(byKey.remove(key));
            if (before.isPresent()) {
                queries.note(key, before);
                tally.remove(before.get());
                differences.add(before, Optional.empty());
            }
        }
        for (var facts : fresh) {
            var before = Optional.ofNullable(byKey.put(facts.key(), facts));
            queries.note(facts.key(), before);
            replace(before, facts);
            differences.add(before, Optional.of(facts));
        }
        if (!differences.isEmpty()) {
            all = differences.appliedTo(all);
            var visible = differences.among(shown.facts(), accepted);
            rearrange.accept(Cause.ARRIVED, () -> shown.change(visible));
            forgotten.forEach(seen::remove);
            tell(visible, forgotten);
        }
    }

    // ---- Inside

    /** A person who waits for a filter or an order does not wait for that as well. */
    private void postponeJudging() {
        toJudge |= queries.awaited().flatMap(RowQuery::judge).isPresent();
    }

    private void ask(Optional<RunJudge> judging) {
        var query = new RowQuery(all, filter, order, judging, chosen.get());
        if (all.size() <= AT_ONCE) {
            queries.stop();
            answered(query, query.answer(() -> false), Map.of());
        } else {
            queries.ask(query, this::answered);
        }
    }

    private void answered(RowQuery query, RowQuery.Answer answer, Map<RunKey, Optional<RowFacts>> since) {
        var judged = answer.judged().stream().filter(each -> !since.containsKey(each.key())).toList();
        if (query.judge().isPresent() && judged.size() <= FEW && query.order().grouping().isEmpty()
                && query.filter().equals(filtered)
                && query.order().equals(all.order())) {
            takeIn(judged, Set.of());
        } else {
            judged.forEach(each -> replace(Optional.ofNullable(byKey.put(each.key(), each)), each));
            swap(query, answer, since);
        }
        if (toJudge && queries.awaited().isEmpty() && order.equals(all.order())) {
            toJudge = false;
            ask(Optional.of(judge));
        }
    }

    private void swap(RowQuery query, RowQuery.Answer answer, Map<RunKey, Optional<RowFacts>> since) {
        var differences = since.isEmpty() ? new RowDifferences() : since(answer, since);
        all = differences.appliedTo(answer.all());
        filtered = query.filter();
        accepted = filtered.prepared();
        var visible = differences.among(answer.shown(), accepted);
        var now = answer.shown() == answer.all() ? all : visible.appliedTo(answer.shown());
        rearrange.accept(Cause.ASKED, () -> shown.show(now));
        changed.accept(new RowChange.Asked(query.chosen(), answer.chosenShown()));
        if (!since.isEmpty()) {
            tell(visible, Set.of());
        }
    }

    private RowDifferences since(RowQuery.Answer answer, Map<RunKey, Optional<RowFacts>> since) {
        var judged = answer.judged()
                .stream()
                .filter(each -> since.containsKey(each.key()))
                .collect(Collectors.toMap(RowFacts::key, Function.identity()));
        var differences = new RowDifferences();
        since.forEach((key, before) -> {
            var now = find(key);
            if (before.isPresent() || now.isPresent()) {
                differences.add(before.map(each -> judged.getOrDefault(key, each)), now);
            }
        });
        return differences;
    }

    private RunRow rowOf(RowFacts facts) {
        return seen.computeIfAbsent(facts.key(), _ -> new RunRow(facts));
    }

    private void replace(Optional<RowFacts> before, RowFacts now) {
        before.ifPresent(tally::remove);
        tally.add(now);
        Optional.ofNullable(seen.get(now.key())).ifPresent(row -> row.show(now));
    }

    private void tell(RowDifferences visible, Collection<RunKey> forgotten) {
        changed.accept(new RowChange.Some(visible.come().stream().map(RowFacts::key).toList(),
                visible.gone().stream().map(RowFacts::key).toList(), forgotten));
    }
}
