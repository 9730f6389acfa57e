package org.billrunconsole.ui.rundetail.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.history.RunNote;
import org.billrunconsole.journal.Journal;
import org.billrunconsole.journal.notes.NoteFile;
import org.billrunconsole.runs.notes.RunNotes;
import org.billrunconsole.testkit.HeldTasks;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.ui.rundetail.note.NoteViewModel.Phase;
import org.billrunconsole.ui.rundetail.note.NoteViewModel.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoteViewModelTest {

    private static final RunKey RUN = RunKey.regular(7);
    private static final RunKey OTHER = RunKey.regular(8);

    private final ManualTime time = new ManualTime();
    private final HeldTasks tasks = new HeldTasks();
    @TempDir
    private Path folder;
    private Journal journal;
    private RunNotes notes;
    private RunNotes anotherConsole;
    private NoteViewModel model;

    @BeforeEach
    void open() {
        journal = Journal.open(folder, time);
        notes = new RunNotes(Optional.of(new NoteFile(journal, folder)), () -> "billing.ops", time);
        anotherConsole = new RunNotes(Optional.of(new NoteFile(journal, folder)), () -> "a.colleague", time);
        model = new NoteViewModel(notes, tasks, Runnable::run);
        model.show(Optional.of(RUN));
    }

    @AfterEach
    void close() {
        model.close();
        journal.close();
    }

    private void write(String text) {
        model.write();
        model.draftProperty().set(text);
    }

    private void expect(State state) {
        assertThat(model.stateProperty().get()).isEqualTo(state);
    }

    private Phase phase() {
        return ((State.Writing) model.stateProperty().get()).phase();
    }

    @Test
    void aNoteIsWrittenAndShown() {
        expect(new State.Shown(Optional.empty()));
        write("Ask Müller first");
        expect(new State.Writing(Optional.empty(), new Phase.Open()));
        model.save();
        assertThat(phase()).isEqualTo(new Phase.Saving());
        tasks.release();
        expect(new State.Shown(notes.of(RUN)));
        assertThat(notes.of(RUN).orElseThrow().text()).isEqualTo("Ask Müller first");
    }

    @Test
    void aNoteIsChangedAndTakenAway() {
        write("Ask");
        model.save();
        tasks.release();
        model.write();
        assertThat(model.draftProperty().get()).isEqualTo("Ask");
        model.draftProperty().set(" ");
        model.save();
        tasks.release();
        expect(new State.Shown(Optional.empty()));
        assertThat(notes.of(RUN)).isEmpty();
    }

    @Test
    void whoeverHasChangedNothingLeavesUnaskedAndWritesNothing() {
        write("Ask");
        model.save();
        tasks.release();
        var kept = notes.of(RUN);
        time.advance(java.time.Duration.ofMinutes(1));
        model.write();
        model.leave();
        expect(new State.Shown(kept));
        write("  Ask \n");
        model.save();
        assertThat(tasks.waiting()).isZero();
        expect(new State.Shown(kept));
    }

    @Test
    void whatWasWrittenIsDiscardedOnlyOnAQuestion() {
        write("Ask");
        model.leave();
        assertThat(phase()).isEqualTo(new Phase.Asked());
        model.goOn();
        assertThat(phase()).isEqualTo(new Phase.Open());
        assertThat(model.draftProperty().get()).isEqualTo("Ask");
        model.leave();
        model.discard();
        expect(new State.Shown(Optional.empty()));
        model.write();
        assertThat(model.draftProperty().get()).isEmpty();
    }

    @Test
    void whatIsBeingWrittenStaysWhileAnotherRunIsLookedAt() {
        write("Ask");
        model.show(Optional.of(OTHER));
        expect(new State.Shown(Optional.empty()));
        write("Of the other");
        model.show(Optional.empty());
        expect(new State.NoRun());
        model.show(Optional.of(RUN));
        assertThat(phase()).isEqualTo(new Phase.Open());
        assertThat(model.draftProperty().get()).isEqualTo("Ask");
        model.show(Optional.of(OTHER));
        assertThat(model.draftProperty().get()).isEqualTo("Of the other");
    }

    @Test
    void aNoteThatIsSavedWhileAnotherRunIsLookedAtIsNotOfThatRun() {
        write("Ask");
        model.save();
        model.show(Optional.of(OTHER));
        tasks.release();
        expect(new State.Shown(Optional.empty()));
        assertThat(notes.of(OTHER)).isEmpty();
        model.show(Optional.of(RUN));
        expect(new State.Shown(notes.of(RUN)));
        assertThat(notes.of(RUN)).isPresent();
    }

    @Test
    void aNoteThatIsTooLongIsNotSavedAndSaysByHowMuch() {
        write("x".repeat(RunNote.LONGEST + 3));
        assertThat(model.excess()).isEqualTo(3);
        model.save();
        assertThat(tasks.waiting()).isZero();
        model.draftProperty().set("x".repeat(RunNote.LONGEST) + "\n");
        assertThat(model.excess()).isZero();
        model.save();
        tasks.release();
        assertThat(notes.of(RUN)).isPresent();
    }

    @Test
    void aNoteThatCannotBeKeptIsStillThereToBeTriedAgain() throws IOException {
        Files.createDirectory(folder.resolve("notes.jsonl"));
        write("Ask");
        model.save();
        tasks.release();
        assertThat(phase()).isEqualTo(new Phase.NotKept());
        assertThat(model.draftProperty().get()).isEqualTo("Ask");
        Files.delete(folder.resolve("notes.jsonl"));
        model.save();
        tasks.release();
        expect(new State.Shown(notes.of(RUN)));
        assertThat(notes.of(RUN)).isPresent();
    }

    @Test
    void aNoteOfAColleagueIsSeenBeforeItIsReplaced() {
        anotherConsole.write(RUN, "Done already", Optional.empty());
        write("Ask");
        model.save();
        tasks.release();
        assertThat(phase()).isEqualTo(new Phase.Overtaken(anotherConsole.of(RUN).orElseThrow()));
        assertThat(notes.of(RUN).orElseThrow().text()).isEqualTo("Done already");
        model.save();
        tasks.release();
        assertThat(notes.of(RUN).orElseThrow().text()).isEqualTo("Ask");
    }

    @Test
    void aNoteOfAColleagueIsShownAndDoesNotDisturbWhatIsBeingWritten() {
        anotherConsole.write(RUN, "Done already", Optional.empty());
        notes.look();
        expect(new State.Shown(anotherConsole.of(RUN)));
        write("Ask");
        anotherConsole.write(RUN, "Done twice", anotherConsole.of(RUN));
        notes.look();
        assertThat(phase()).isEqualTo(new Phase.Open());
        assertThat(model.draftProperty().get()).isEqualTo("Ask");
    }

    @Test
    void nothingIsWrittenWithoutARun() {
        model.show(Optional.empty());
        model.write();
        model.save();
        model.leave();
        model.discard();
        expect(new State.NoRun());
        assertThat(tasks.waiting()).isZero();
    }
}
