package org.billrunconsole.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.billrunconsole.testkit.ManualTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedViewsTest {

    private static final UUID CONNECTION = UUID.randomUUID();
    private static final SavedView OPEN = new SavedView("Open ones", "nov", Map.of("statusFilter", "OPEN"),
            new LayoutMemory.Table(List.of(new LayoutMemory.Column("name", 180, true)),
                    List.of(new LayoutMemory.Sort("name", true)), Optional.of("cycle")),
            List.of());

    @TempDir
    private Path folder;
    private SavedViews views;

    @BeforeEach
    void open() {
        views = views("runsTable");
    }

    private SavedViews views(String list) {
        return new SettingsStore(Folders.within(folder), new ManualTime()).views(CONNECTION, list);
    }

    @Test
    void aViewComesBackAsItWasSavedAndOnlyInItsList() throws IOException {
        views.save(OPEN);

        assertThat(views("runsTable").read()).containsExactly(OPEN);
        assertThat(views("adhocTable").read()).isEmpty();
        assertThat(new SettingsStore(Folders.within(folder), new ManualTime()).views(UUID.randomUUID(), "runsTable")
                .read()).isEmpty();
    }

    @Test
    void savingUnderANameTakesThePlaceOfWhatHadIt() throws IOException {
        views.save(OPEN);
        views.save(named("Second", ""));
        var other = named("Open ones", "dec");
        views.save(other);

        assertThat(views.read()).containsExactly(other, named("Second", ""));
    }

    @Test
    void aViewIsRenamedUnlessTheNameIsTakenAndIsDeleted() throws IOException {
        views.save(OPEN);
        views.save(named("Second", ""));

        assertThat(views.rename("Open ones", "Second")).as("taken").isFalse();
        assertThat(views.rename("Gone", "Third")).as("not there").isFalse();
        assertThat(views.rename("Open ones", "First")).isTrue();
        assertThat(views.read()).extracting(SavedView::name).containsExactly("First", "Second");
        views.delete("First");
        assertThat(views.read()).containsExactly(named("Second", ""));
    }

    @Test
    void whatANewerVersionHasWrittenIsToldAndStaysThroughAChangeOfName() throws IOException {
        views.save(OPEN);
        var file = folder.resolve("layout.json");
        Files.writeString(file, Files.readString(file).replace("\"search\"", "\"colour\" : { \"a\" : 1 }, \"search\""));

        assertThat(views.read().getFirst().unknown()).containsExactly("colour");
        views.rename("Open ones", "Newer");
        assertThat(views.read().getFirst().unknown()).containsExactly("colour");
        assertThat(Files.readString(file)).contains("\"colour\"");
    }

    @Test
    void viewsAndTheLayoutOfAConnectionLeaveOneAnotherAlone() throws IOException {
        var store = new SettingsStore(Folders.within(folder), new ManualTime());
        views.save(OPEN);
        store.save(CONNECTION, LayoutMemory.NONE);
        assertThat(views.read()).containsExactly(OPEN);

        store.remove(CONNECTION);
        assertThat(views.read()).isEmpty();
    }

    @Test
    void whatCannotBeReadOfAViewIsLeftOut() throws IOException {
        Files.writeString(folder.resolve("layout.json"), """
                {"%s": {"views": [7, {"name": 5, "list": "runsTable"}, {"name": "Odd", "list": "runsTable",
                    "search": [], "filters": {"statusFilter": 3}, "table": "x"}]}}""".formatted(CONNECTION));

        assertThat(views.read()).containsExactly(named("Odd", ""));
    }

    private static SavedView named(String name, String search) {
        return new SavedView(name, search, Map.of(), new LayoutMemory.Table(List.of(), List.of()), List.of());
    }
}
