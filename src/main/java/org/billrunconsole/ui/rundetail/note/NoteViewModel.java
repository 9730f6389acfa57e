package org.billrunconsole.ui.rundetail.note;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.history.RunNote;
import org.billrunconsole.runs.notes.RunNotes;
import org.billrunconsole.work.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The note on the run in the pane. What is being written of a run stays while others are looked at, until it is saved or
 * discarded.
 */
public final class NoteViewModel implements AutoCloseable {

    /** What is seen of it. */
    public sealed interface State {

        /** No run is shown. */
        record NoRun() implements State {}

        /** The note, if there is one. */
        record Shown(Optional<RunNote> note) implements State {}

        /**
         * It is being written.
         *
         * @param before the note in whose place it comes
         */
        record Writing(Optional<RunNote> before, Phase phase) implements State {}
    }

    /** How far the writing is. */
    public sealed interface Phase {

        /** The operator writes. */
        record Open() implements Phase {}

        /** They have been asked whether what they wrote is to be discarded. */
        record Asked() implements Phase {}

        /** It is on its way to the disk. */
        record Saving() implements Phase {}

        /** It could not be kept; the note is as it was. */
        record NotKept() implements Phase {}

        /** Somebody at another console was faster; saving again puts this one in the place of theirs. */
        record Overtaken(RunNote now) implements Phase {}
    }

    private record Draft(State.Writing state, String text) {}

    private static final Logger LOG = LoggerFactory.getLogger(NoteViewModel.class);

    private final RunNotes notes;
    private final TaskRunner tasks;
    private final Executor window;
    private final Consumer<Set<RunKey>> listener = this::notesChanged;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.NoRun());
    private final StringProperty draft = new SimpleStringProperty("");
    private final Map<RunKey, Draft> drafts = new HashMap<>();
    private Optional<RunKey> shown = Optional.empty();

    /** @param window does what changes properties */
    public NoteViewModel(RunNotes notes, TaskRunner tasks, Executor window) {
        this.notes = notes;
        this.tasks = tasks;
        this.window = window;
        notes.addListener(listener);
    }

    // ---- Properties

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What is being written. */
    public StringProperty draftProperty() {
        return draft;
    }

    /** True if notes outlive the program. */
    public boolean isKept() {
        return notes.isKept();
    }

    /** True if what is written is not what was there before. */
    public boolean isChanged() {
        return state.get() instanceof State.Writing(var before, _)
                && !RunNote.tidied(draft.get()).equals(before.map(RunNote::text).orElse(""));
    }

    /** By how many characters what is written is too long; 0 if it is not. */
    public int excess() {
        return Math.max(0, RunNote.tidied(draft.get()).length() - RunNote.LONGEST);
    }

    // ---- Commands

    /** Follows the run in the pane. */
    public void show(Optional<RunKey> run) {
        if (run.equals(shown)) {
            return;
        }
        putAside();
        shown = run;
        var begun = run.map(drafts::remove);
        draft.set(begun.map(Draft::text).orElse(""));
        state.set(begun.<State>map(Draft::state).orElseGet(() -> run.<State>map(this::asItIs).orElseGet(
                State.NoRun::new)));
    }

    /** Begins to write, unless it has begun. */
    public void write() {
        if (state.get() instanceof State.Shown(var note)) {
            draft.set(note.map(RunNote::text).orElse(""));
            state.set(new State.Writing(note, new Phase.Open()));
        }
    }

    /** Keeps what is written; with nothing written it takes the note away. */
    public void save() {
        if (!(state.get() instanceof State.Writing(var before, var phase)) || phase instanceof Phase.Saving
                || excess() > 0) {
            return;
        }
        if (!isChanged()) {
            discard();
            return;
        }
        var run = shown.orElseThrow();
        var text = draft.get();
        state.set(new State.Writing(before, new Phase.Saving()));
        tasks.run("keep a note", () -> notes.write(run, text, before), inTheWay -> inTheWay.ifPresentOrElse(
                now -> becomes(run, new State.Writing(now.ifThere(), new Phase.Overtaken(now))),
                () -> becomes(run, asItIs(run))), e -> {
                    LOG.error("The note on {} cannot be kept", run.path(), e);
                    becomes(run, new State.Writing(before, new Phase.NotKept()));
                });
    }

    /** Stops writing; asks first if something would be lost. */
    public void leave() {
        if (state.get() instanceof State.Writing(var before, var phase) && !(phase instanceof Phase.Saving)) {
            if (isChanged()) {
                state.set(new State.Writing(before, new Phase.Asked()));
            } else {
                discard();
            }
        }
    }

    /** What was written is not to be discarded after all. */
    public void goOn() {
        if (state.get() instanceof State.Writing(var before, Phase.Asked _)) {
            state.set(new State.Writing(before, new Phase.Open()));
        }
    }

    /** Forgets what is written. */
    public void discard() {
        if (state.get() instanceof State.Writing(_, var phase) && !(phase instanceof Phase.Saving)) {
            draft.set("");
            state.set(asItIs(shown.orElseThrow()));
        }
    }

    @Override
    public void close() {
        notes.removeListener(listener);
    }

    // ---- Inside

    private State asItIs(RunKey run) {
        return new State.Shown(notes.of(run));
    }

    private void putAside() {
        if (state.get() instanceof State.Writing writing && (isChanged() || writing.phase() instanceof Phase.Saving)) {
            drafts.put(shown.orElseThrow(), new Draft(writing, draft.get()));
        }
    }

    /** A note's fate is known, of the run that is shown or of one that was left meanwhile. */
    private void becomes(RunKey run, State now) {
        if (shown.equals(Optional.of(run))) {
            state.set(now);
        } else if (now instanceof State.Writing writing) {
            drafts.computeIfPresent(run, (_, kept) -> new Draft(writing, kept.text()));
        } else {
            drafts.remove(run);
        }
    }

    private void notesChanged(Set<RunKey> of) {
        window.execute(() -> {
            if (state.get() instanceof State.Shown && shown.filter(of::contains).isPresent()) {
                state.set(asItIs(shown.orElseThrow()));
            }
        });
    }
}
