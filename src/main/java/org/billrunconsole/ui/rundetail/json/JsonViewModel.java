package org.billrunconsole.ui.rundetail.json;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.ui.kit.ChosenFile;
import org.billrunconsole.work.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The run in the pane in the API's own words, and what is searched in them. A run may have thousands of products, so
 * its text is made and searched away from the window's thread.
 */
public final class JsonViewModel {

    private static final Logger LOG = LoggerFactory.getLogger(JsonViewModel.class);

    /** A text, the run it is of, and whether the run could be put into words. */
    record Content(Optional<RunKey> run, JsonText text, boolean failed) {}

    private final Function<Run, String> writer;
    private final TaskRunner tasks;
    private final ReadOnlyObjectWrapper<Content> content = new ReadOnlyObjectWrapper<>(new Content(Optional.empty(),
            JsonText.NONE, false));
    private final ReadOnlyObjectWrapper<JsonMatches> matches = new ReadOnlyObjectWrapper<>(JsonMatches.NONE);
    private final StringProperty searched = new SimpleStringProperty("");
    private Optional<Run> awaited = Optional.empty();
    private AtomicBoolean stopped = new AtomicBoolean();

    /** @param writer a run in the API's own words, pretty-printed */
    public JsonViewModel(Function<Run, String> writer, TaskRunner tasks) {
        this.writer = writer;
        this.tasks = tasks;
        searched.subscribe(_ -> find());
    }

    // ---- Properties

    ReadOnlyObjectProperty<Content> contentProperty() {
        return content.getReadOnlyProperty();
    }

    /** What is searched, as typed. */
    StringProperty searchedProperty() {
        return searched;
    }

    /** Where it was found; what was found before, until that is known. */
    ReadOnlyObjectProperty<JsonMatches> matchesProperty() {
        return matches.getReadOnlyProperty();
    }

    /** What a file with it is called unless somebody says otherwise. */
    String fileName() {
        return content.get()
                .run()
                .map(run -> (run.kind() == RunKind.REGULAR ? "bill-run-" : "adhoc-bill-run-") + run.id() + ".json")
                .orElse("");
    }

    // ---- Commands

    /** Shows a run, or the same run as it is now; nothing of another run is left until that is made. */
    void show(Run run) {
        if (awaited.equals(Optional.of(run))) {
            return;
        }
        awaited = Optional.of(run);
        if (!content.get().run().equals(Optional.of(run.key()))) {
            become(new Content(Optional.of(run.key()), JsonText.NONE, false));
        }
        tasks.run("JSON of a run", () -> JsonText.of(writer.apply(run)), text -> {
            if (awaited.equals(Optional.of(run))) {
                become(new Content(Optional.of(run.key()), text, false));
            }
        }, e -> {
            LOG.error("The JSON of {} cannot be made", run.key().path(), e);
            if (awaited.equals(Optional.of(run))) {
                become(new Content(Optional.of(run.key()), JsonText.NONE, true));
            }
        });
    }

    /** Looks at the next place, or by a negative number at the one before. */
    void move(int by) {
        matches.set(matches.get().moved(by));
    }

    /**
     * Writes a file away from the window's thread.
     *
     * @param told whether it was written
     */
    void save(ChosenFile file, Consumer<Boolean> told) {
        var whole = content.get().text().whole();
        tasks.run("save the run's JSON", () -> {
            file.write(whole);
            return file;
        }, _ -> told.accept(true), e -> {
            LOG.warn("A run's JSON cannot be saved", e);
            told.accept(false);
        });
    }

    // ---- Inside

    private void become(Content now) {
        if (!now.equals(content.get())) {
            content.set(now);
            find();
        }
    }

    private void find() {
        stopped.set(true);
        var here = new AtomicBoolean();
        stopped = here;
        var text = content.get().text();
        var wanted = searched.get();
        if (wanted.isEmpty() || text.lines().isEmpty()) {
            matches.set(new JsonMatches(wanted, List.of(), 0));
            return;
        }
        tasks.run("search a run's JSON", () -> text.find(wanted, here::get), found -> {
            if (!here.get()) {
                matches.set(matches.get().followedBy(wanted, found));
            }
        }, e -> LOG.error("A run's JSON cannot be searched", e));
    }
}
