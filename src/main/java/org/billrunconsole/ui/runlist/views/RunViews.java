package org.billrunconsole.ui.runlist.views;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.billrunconsole.domain.DisplayText;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.settings.LayoutMemory;
import org.billrunconsole.settings.SavedView;
import org.billrunconsole.settings.SavedViews;
import org.billrunconsole.ui.runlist.find.RunFilters;
import org.billrunconsole.work.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The views of one list: which there are, opening, saving, renaming and deleting them. For the window's thread. */
public final class RunViews {

    /** Whose columns and order a view remembers and puts back. */
    public interface Table {

        LayoutMemory.Table layout();

        void restore(LayoutMemory.Table layout);
    }

    private static final Logger LOG = LoggerFactory.getLogger(RunViews.class);

    private final RunKind kind;
    private final SavedViews store;
    private final RunFilters filters;
    private final Messages messages;
    private final TaskRunner tasks;
    private final ReadOnlyObjectWrapper<List<NamedView>> views;
    private final ReadOnlyObjectWrapper<Optional<String>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Table> table = Optional.empty();

    /** @param store where saved ones are kept; asked on other threads */
    public RunViews(RunKind kind, SavedViews store, RunFilters filters, Messages messages, TaskRunner tasks) {
        this.kind = kind;
        this.store = store;
        this.filters = filters;
        this.messages = messages;
        this.tasks = tasks;
        views = new ReadOnlyObjectWrapper<>(with(List.of()));
    }

    // ---- Properties

    /** Those that come with the program first, then the saved ones as they were saved. */
    public ReadOnlyObjectProperty<List<NamedView>> viewsProperty() {
        return views.getReadOnlyProperty();
    }

    /** Why the last thing that was asked for was not done. */
    public ReadOnlyObjectProperty<Optional<String>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What a view is called. */
    public String name(NamedView view) {
        return switch (view) {
            case NamedView.BuiltIn builtIn -> messages.get("views." + Sentences.key(builtIn));
            case NamedView.Saved(var saved) -> DisplayText.line(saved.name());
        };
    }

    /** What a view shows, in words. */
    public String description(NamedView view) {
        return switch (view) {
            case NamedView.BuiltIn builtIn -> messages.get("views." + Sentences.key(builtIn) + "."
                    + Sentences.key(kind));
            case NamedView.Saved(var saved) -> isUnderstood(saved) ? messages.get("views.saved")
                    : messages.get("views.newer.brief");
        };
    }

    // ---- Commands

    /** Connects the table; before any view is opened or saved. */
    public void follow(Table followed) {
        table = Optional.of(followed);
    }

    /** Reads which have been saved. */
    public void load() {
        tasks.run("views of a list", store::read, read -> views.set(with(read)),
                e -> fail("views.not-read", e));
    }

    /**
     * Looks at the list in another way.
     *
     * @return false if the view is not understood, which {@link #problemProperty} then says
     */
    public boolean open(NamedView view) {
        problem.set(Optional.empty());
        switch (view) {
            case NamedView.BuiltIn builtIn -> filters.replace("", builtIn.filters());
            case NamedView.Saved(var saved) -> {
                if (!isUnderstood(saved)) {
                    problem.set(Optional.of(messages.get("views.newer", DisplayText.line(saved.name()),
                            String.join(", ", notUnderstood(saved)))));
                    return false;
                }
                filters.replace(saved.search(), saved.filters());
                if (!saved.table().columns().isEmpty()) {
                    table.ifPresent(each -> each.restore(saved.table()));
                }
            }
        }
        return true;
    }

    /**
     * Saves how the list is looked at now.
     *
     * @param done told once it is saved
     */
    public void saveAs(String typed, Runnable done) {
        var name = checked(typed);
        if (name.isEmpty()) {
            return;
        }
        var known = saved().filter(each -> each.name().equals(name.get())).findFirst();
        if (known.isPresent() && !isUnderstood(known.get())) {
            problem.set(Optional.of(messages.get("views.newer.kept", name.get())));
            return;
        }
        var view = new SavedView(name.get(), filters.searchTextProperty().get(), filters.words(),
                table.map(Table::layout).orElseGet(() -> new LayoutMemory.Table(List.of(), List.of())), List.of());
        change(() -> {
            store.save(view);
            return true;
        }, _ -> done.run());
    }

    /**
     * Gives a saved view another name.
     *
     * @param done told once it has it
     */
    public void rename(SavedView view, String typed, Runnable done) {
        var name = checked(typed);
        name.ifPresent(now -> change(() -> store.rename(view.name(), now), renamed -> {
            if (renamed) {
                done.run();
            } else {
                problem.set(Optional.of(messages.get("views.taken", now)));
            }
        }));
    }

    /** Forgets a saved view. */
    public void delete(SavedView view, Runnable done) {
        change(() -> {
            store.delete(view.name());
            return true;
        }, _ -> done.run());
    }

    /** Takes back what was said of the last thing that was not done. */
    void forgetProblem() {
        problem.set(Optional.empty());
    }

    // ---- Inside

    private List<NamedView> with(List<SavedView> saved) {
        List<NamedView> all = new ArrayList<>();
        Stream.of(NamedView.BuiltIn.values())
                // What is at risk is known of regular runs only.
                .filter(each -> kind == RunKind.REGULAR || each != NamedView.BuiltIn.AT_RISK)
                .forEach(all::add);
        saved.stream().map(NamedView.Saved::new).forEach(all::add);
        return List.copyOf(all);
    }

    private Stream<SavedView> saved() {
        return views.get().stream().<SavedView>mapMulti((view, found) -> {
            if (view instanceof NamedView.Saved(var saved)) {
                found.accept(saved);
            }
        });
    }

    private static boolean isUnderstood(SavedView view) {
        return notUnderstood(view).isEmpty();
    }

    private static List<String> notUnderstood(SavedView view) {
        return Stream.concat(view.unknown().stream(), RunFilters.notUnderstood(view.filters()).stream()).toList();
    }

    private Optional<String> checked(String typed) {
        var name = DisplayText.line(typed).strip();
        var wrong = DisplayText.isBlank(name) ? Optional.of(messages.get("views.no-name"))
                : name.length() > SavedView.LONGEST_NAME
                        ? Optional.of(messages.get("views.long-name", SavedView.LONGEST_NAME))
                        : Optional.<String>empty();
        problem.set(wrong);
        return wrong.isEmpty() ? Optional.of(name) : Optional.empty();
    }

    /** A change of the file. */
    @FunctionalInterface
    private interface Change {

        boolean run() throws IOException;
    }

    private void change(Change change, Consumer<Boolean> done) {
        record Changed(boolean done, List<SavedView> saved) {}
        tasks.run("views of a list", () -> new Changed(change.run(), store.read()), changed -> {
            views.set(with(changed.saved()));
            done.accept(changed.done());
        }, e -> fail("views.not-kept", e));
    }

    private void fail(String sentence, Throwable e) {
        LOG.warn("The views of a list: {}", e.toString());
        problem.set(Optional.of(messages.get(sentence)));
    }
}
