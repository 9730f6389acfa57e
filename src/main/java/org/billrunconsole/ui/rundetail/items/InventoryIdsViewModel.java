package org.billrunconsole.ui.rundetail.items;

import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.billrunconsole.work.TaskRunner;

/** Inventory ids of one kind, in the server's order, and which of them are searched for. For the window's thread. */
public final class InventoryIdsViewModel {

    /** Up to so many ids are looked through at once; more of them away from the window's thread. */
    static final int AT_ONCE = 2_000;

    /** So many numbers are named that were searched for and are not there. */
    private static final int MOST_MISSING = 5;

    /**
     * What is shown.
     *
     * @param ids      those that are searched for, or all of them
     * @param all      how many there are
     * @param searched what was searched for; empty if nothing was
     * @param missing  the numbers that were searched for and are in none of the ids, at most five; only where more than
     *                 one was searched for, since of one the empty list says it
     */
    public record Shown(List<Long> ids, int all, String searched, List<String> missing) {

        static final Shown NOTHING = new Shown(List.of(), 0, "", List.of());

        boolean isSearched() {
            return !searched.isEmpty();
        }
    }

    private final TaskRunner tasks;
    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.NOTHING);
    private List<Long> ids = List.of();
    private int asked;

    public InventoryIdsViewModel(TaskRunner tasks) {
        this.tasks = tasks;
        search.subscribe(this::look);
    }

    // ---- Properties

    /** Digits that are looked for in the ids: several numbers find the ids of each. */
    public StringProperty searchProperty() {
        return search;
    }

    public ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    // ---- Commands

    /** Shows these ids; another run's are not searched for what was searched for before. */
    public void show(List<Long> now, boolean otherRun) {
        var other = !now.equals(ids);
        ids = now;
        if (otherRun && !search.get().isEmpty()) {
            search.set("");
        } else if (other) {
            look();
        }
    }

    /**
     * Makes a text of ids, one a line.
     *
     * @param told given the text, on the window's thread
     */
    public void copy(List<Long> some, Consumer<String> told) {
        var copied = List.copyOf(some);
        tasks.run("copy inventory ids", () -> lines(copied), told, _ -> {
            // Nothing in it can fail.
        });
    }

    // ---- Inside

    private void look() {
        var looked = ++asked;
        var among = ids;
        var text = search.get();
        // All of them need no looking through, so that another run's are shown at once.
        if (among.size() <= AT_ONCE || text.isBlank()) {
            shown.set(find(among, text));
            return;
        }
        tasks.run("search inventory ids", () -> find(among, text), found -> {
            if (looked == asked) {
                shown.set(found);
            }
        }, _ -> {
            // Nothing in it can fail.
        });
    }

    private static Shown find(List<Long> among, String text) {
        var words = Stream.of(text.strip().split("[\\s,;]+")).filter(word -> !word.isEmpty()).distinct().toList();
        if (words.isEmpty()) {
            return new Shown(among, among.size(), "", List.of());
        }
        var there = new HashSet<String>();
        var found = among.stream().filter(id -> {
            var digits = Long.toString(id);
            var any = false;
            for (var word : words) {
                if (digits.contains(word)) {
                    there.add(word);
                    any = true;
                }
            }
            return any;
        }).toList();
        var missing = words.size() == 1 ? List.<String>of()
                : words.stream().filter(word -> !there.contains(word)).limit(MOST_MISSING).toList();
        return new Shown(found, among.size(), text.strip(), missing);
    }

    private static String lines(List<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining("\n"));
    }
}
