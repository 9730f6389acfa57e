package org.billrunconsole.journal.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.history.RunNote;
import org.billrunconsole.journal.Journal;
import org.billrunconsole.journal.format.JournalException;
import org.billrunconsole.testkit.ManualTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoteFileTest {

    private static final RunKey RUN = RunKey.regular(7);
    private static final RunKey OTHER = RunKey.adhoc(7);

    @TempDir
    private Path folder;
    private Journal journal;
    private final Map<RunKey, RunNote> found = new HashMap<>();

    @BeforeEach
    void open() {
        journal = Journal.open(folder, new ManualTime());
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private NoteFile file() {
        return new NoteFile(journal, folder);
    }

    private static RunNote note(RunKey run, String text) {
        return new RunNote(run, Instant.parse("2026-11-24T09:00:00Z"), "billing.ops", text);
    }

    private Optional<RunNote> keep(NoteFile file, RunNote note, Optional<RunNote> seen) {
        return file.keep(note, seen, each -> found.put(each.run(), each));
    }

    private Map<RunKey, RunNote> afterRestart() {
        var kept = new HashMap<RunKey, RunNote>();
        file().look(each -> kept.put(each.run(), each));
        return kept;
    }

    @Test
    void anotherStartFindsTheLastNoteOfEachRunWordForWord() {
        var first = note(RUN, "“Ask” Müller\n\tbefore closing \uD83D\uDCDE \\ \u2028");
        var file = file();
        assertThat(keep(file, note(RUN, "Old"), Optional.empty())).isEmpty();
        assertThat(keep(file, first, Optional.of(note(RUN, "Old")))).isEmpty();
        assertThat(keep(file, note(OTHER, "Of the ad hoc run"), Optional.empty())).isEmpty();
        assertThat(afterRestart()).isEqualTo(Map.of(RUN, first, OTHER, note(OTHER, "Of the ad hoc run"))).isEqualTo(
                found);
    }

    @Test
    void aNoteThatWasTakenAwayIsGoneAfterAnotherStart() {
        var file = file();
        keep(file, note(RUN, "Ask"), Optional.empty());
        assertThat(keep(file, note(RUN, ""), Optional.of(note(RUN, "Ask")))).isEmpty();
        assertThat(afterRestart().get(RUN).ifThere()).isEmpty();
        assertThat(keep(file, note(RUN, "Again"), Optional.empty())).isEmpty();
    }

    @Test
    void twoConsolesKeepTheNotesOfEachOther() {
        var one = file();
        var two = file();
        keep(one, note(RUN, "Of the one"), Optional.empty());
        keep(two, note(OTHER, "Of the other"), Optional.empty());
        assertThat(found).as("read before writing").containsKeys(RUN, OTHER);
        var seen = new HashMap<RunKey, RunNote>();
        one.look(each -> seen.put(each.run(), each));
        assertThat(seen).containsOnlyKeys(OTHER);
        assertThat(afterRestart()).containsOnlyKeys(RUN, OTHER);
    }

    @Test
    void aNoteThatItsWriterHasNotSeenIsNotWrittenOver() {
        keep(file(), note(RUN, "Of the one"), Optional.empty());
        var late = file();
        assertThat(keep(late, note(RUN, "Of the other"), Optional.empty())).contains(note(RUN, "Of the one"));
        assertThat(afterRestart().get(RUN).text()).isEqualTo("Of the one");
        assertThat(keep(late, note(RUN, "Of both"), Optional.of(note(RUN, "Of the one")))).isEmpty();
        assertThat(afterRestart().get(RUN).text()).isEqualTo("Of both");
    }

    @Test
    void aNoteThatAnotherConsoleTookAwayIsToldAsAnEmptyOne() {
        var file = file();
        keep(file, note(RUN, "Ask"), Optional.empty());
        keep(file, note(RUN, ""), Optional.of(note(RUN, "Ask")));
        assertThat(keep(file, note(RUN, "Ask twice"), Optional.of(note(RUN, "Ask")))).contains(note(RUN, ""));
    }

    @Test
    void whatLooksLikeACredentialIsNotKept() {
        keep(file(), note(RUN, "Use Bearer abcdefghijklmnop for it"), Optional.empty());
        assertThat(found.get(RUN).text()).isEqualTo("Use Bearer [removed] for it");
        assertThat(afterRestart()).isEqualTo(found);
    }

    @Test
    void aLineThatIsTornOrDamagedCostsNoOtherNote() throws IOException {
        keep(file(), note(RUN, "Ask"), Optional.empty());
        Files.writeString(folder.resolve("notes.jsonl"), "{\"no\":\"note\"}\nnonsense\n{\"time\":\"2026-",
                StandardOpenOption.APPEND);
        keep(file(), note(OTHER, "After it"), Optional.empty());
        assertThat(afterRestart()).containsOnlyKeys(RUN, OTHER);
    }

    @Test
    void aFileThatWasPutBackFromACopyIsReadAnew() throws IOException {
        var file = file();
        keep(file, note(RUN, "Ask"), Optional.empty());
        var copy = Files.readString(folder.resolve("notes.jsonl"));
        keep(file, note(OTHER, "Later"), Optional.empty());
        Files.writeString(folder.resolve("notes.jsonl"), copy);
        assertThat(keep(file, note(OTHER, "Once more"), Optional.empty())).isEmpty();
        assertThat(afterRestart().get(OTHER).text()).isEqualTo("Once more");
    }

    @Test
    void aFullFileKeepsWhatItHasAndTakesNoMore() {
        var file = new NoteFile(journal, folder, 300);
        keep(file, note(RUN, "Ask"), Optional.empty());
        assertThatThrownBy(() -> keep(file, note(OTHER, "x".repeat(300)), Optional.empty())).isInstanceOf(
                JournalException.class);
        assertThat(afterRestart()).containsOnlyKeys(RUN);
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldAndNothingIsTakenForKept() throws IOException {
        Files.createDirectory(folder.resolve("notes.jsonl"));
        assertThatThrownBy(() -> keep(file(), note(RUN, "Ask"), Optional.empty())).isInstanceOf(JournalException.class);
        assertThat(found).isEqualTo(Map.of());
        assertThat(List.copyOf(afterRestart().values())).isEmpty();
    }
}
