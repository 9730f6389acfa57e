package org.billrunconsole.runs.notes;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.history.RunNote;
import org.billrunconsole.journal.format.JournalException;
import org.billrunconsole.journal.notes.NoteFile;
import org.billrunconsole.work.Listeners;

/**
 * What operators have written down of the runs of a connection. Asking waits for nothing. Safe for use by many threads.
 */
public final class RunNotes {

    private final Optional<NoteFile> file;
    private final Supplier<String> user;
    private final InstantSource clock;
    private final Map<RunKey, RunNote> notes = new ConcurrentHashMap<>();
    private final Listeners<Consumer<Set<RunKey>>> listeners = new Listeners<>("notes on runs");

    /**
     * @param file where they outlive this session; without one they end with it
     * @param user who is signed in now
     */
    public RunNotes(Optional<NoteFile> file, Supplier<String> user, InstantSource clock) {
        this.file = file;
        this.user = user;
        this.clock = clock;
    }

    /** Tells a listener of which runs the notes have changed, on the thread that wrote or read them. */
    public void addListener(Consumer<Set<RunKey>> listener) {
        listeners.add(listener);
    }

    public void removeListener(Consumer<Set<RunKey>> listener) {
        listeners.remove(listener);
    }

    /** True if they outlive this session. */
    public boolean isKept() {
        return file.isPresent();
    }

    /** The note on a run; empty if there is none. */
    public Optional<RunNote> of(RunKey run) {
        return Optional.ofNullable(notes.get(run));
    }

    /** Reads what other consoles of this computer have written since the last look; blocks on the disk. */
    public void look() {
        var changed = new HashSet<RunKey>();
        file.ifPresent(each -> each.look(note -> takeIn(note, changed)));
        tell(changed);
    }

    /**
     * Writes a note in the name of whoever is signed in, or takes it away; blocks on the disk.
     *
     * @param text as typed, up to {@link RunNote#LONGEST} characters; blank to take the note away
     * @param seen the note that its writer saw before
     * @return the note that somebody else has written meanwhile, with an empty text if they took it away; empty if this
     *         one was written
     * @throws JournalException if it cannot be kept; then the note stays as it was
     */
    public Optional<RunNote> write(RunKey run, String text, Optional<RunNote> seen) {
        var note = new RunNote(run, clock.instant(), user.get(), RunNote.tidied(text));
        var changed = new HashSet<RunKey>();
        var inTheWay = file.isPresent()
                ? file.get().keep(note, seen, each -> takeIn(each, changed))
                : keepHere(note, seen, changed);
        tell(changed);
        return inTheWay;
    }

    private synchronized Optional<RunNote> keepHere(RunNote note, Optional<RunNote> seen, Set<RunKey> changed) {
        if (!of(note.run()).equals(seen)) {
            return Optional.of(of(note.run()).orElseGet(() -> new RunNote(note.run(), note.when(), "", "")));
        }
        takeIn(note, changed);
        return Optional.empty();
    }

    private void takeIn(RunNote note, Set<RunKey> changed) {
        note.ifThere().ifPresentOrElse(there -> notes.put(there.run(), there), () -> notes.remove(note.run()));
        changed.add(note.run());
    }

    private void tell(Set<RunKey> changed) {
        if (!changed.isEmpty()) {
            var told = Set.copyOf(changed);
            listeners.tell(listener -> listener.accept(told));
        }
    }
}
