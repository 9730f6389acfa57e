package org.billrunconsole.runs.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.history.RunNote;
import org.billrunconsole.journal.Journal;
import org.billrunconsole.journal.format.JournalException;
import org.billrunconsole.journal.notes.NoteFile;
import org.billrunconsole.testkit.ManualTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunNotesTest {

    private static final RunKey RUN = RunKey.regular(7);

    private final ManualTime time = new ManualTime();
    private final List<Set<RunKey>> told = new ArrayList<>();
    @TempDir
    private Path folder;
    private Journal journal;

    @BeforeEach
    void open() {
        journal = Journal.open(folder, time);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private RunNotes console(String user) {
        return new RunNotes(Optional.of(new NoteFile(journal, folder)), () -> user, time);
    }

    @Test
    void aNoteIsKnownWithWhoWroteItAndWhenAndIsTold() {
        var notes = console("billing.ops");
        notes.addListener(told::add);
        assertThat(notes.write(RUN, "  Ask Müller\r\nfirst \n", Optional.empty())).isEmpty();
        assertThat(notes.of(RUN)).contains(new RunNote(RUN, time.instant(), "billing.ops", "Ask Müller\nfirst"));
        assertThat(notes.of(RunKey.adhoc(7))).isEmpty();
        assertThat(told).containsExactly(Set.of(RUN));
    }

    @Test
    void aBlankTextTakesTheNoteAway() {
        var notes = console("billing.ops");
        notes.write(RUN, "Ask", Optional.empty());
        notes.addListener(told::add);
        assertThat(notes.write(RUN, " \n ", notes.of(RUN))).isEmpty();
        assertThat(notes.of(RUN)).isEmpty();
        assertThat(told).containsExactly(Set.of(RUN));
    }

    @Test
    void whatAnotherConsoleWroteIsKnownAfterTheNextLook() {
        var one = console("one");
        var other = console("other");
        other.write(RUN, "Of the other", Optional.empty());
        assertThat(one.of(RUN)).isEmpty();
        one.addListener(told::add);
        one.look();
        one.look();
        assertThat(one.of(RUN).orElseThrow().user()).isEqualTo("other");
        assertThat(told).as("told once").containsExactly(Set.of(RUN));
    }

    @Test
    void aNoteOfAnotherConsoleInTheWayIsToldAndKnown() {
        var one = console("one");
        var other = console("other");
        other.write(RUN, "Of the other", Optional.empty());
        assertThat(one.write(RUN, "Of the one", one.of(RUN)).orElseThrow().text()).isEqualTo("Of the other");
        assertThat(one.of(RUN)).isEqualTo(other.of(RUN));
        assertThat(one.write(RUN, "Of the one", one.of(RUN))).isEmpty();
        assertThat(one.of(RUN).orElseThrow().text()).isEqualTo("Of the one");
    }

    @Test
    void aNoteThatCannotBeKeptLeavesTheOneBefore() throws IOException {
        var notes = console("billing.ops");
        Files.createDirectory(folder.resolve("notes.jsonl"));
        assertThatThrownBy(() -> notes.write(RUN, "Ask", Optional.empty())).isInstanceOf(JournalException.class);
        assertThat(notes.of(RUN)).isEmpty();
    }

    @Test
    void whereNothingIsKeptNotesLastForTheSession() {
        var notes = new RunNotes(Optional.empty(), () -> "billing.ops", time);
        notes.addListener(told::add);
        assertThat(notes.write(RUN, "Ask", Optional.empty())).isEmpty();
        assertThat(notes.write(RUN, "Ask twice", Optional.empty()).orElseThrow().text()).isEqualTo("Ask");
        assertThat(notes.write(RUN, "", notes.of(RUN))).isEmpty();
        assertThat(notes.of(RUN)).isEmpty();
        assertThat(told).hasSize(2);
    }
}
