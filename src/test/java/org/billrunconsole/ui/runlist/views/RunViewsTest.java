package org.billrunconsole.ui.runlist.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.settings.Folders;
import org.billrunconsole.settings.LayoutMemory;
import org.billrunconsole.settings.SettingsStore;
import org.billrunconsole.testkit.InlineTasks;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.ui.runlist.find.RunFilters;
import org.billrunconsole.ui.runlist.rows.Segment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunViewsTest {

    private static final UUID CONNECTION = UUID.randomUUID();
    private static final LayoutMemory.Table BY_NAME = new LayoutMemory.Table(
            List.of(new LayoutMemory.Column("name", 200, true)), List.of(new LayoutMemory.Sort("name", false)));
    private static final LayoutMemory.Table BY_ID = new LayoutMemory.Table(
            List.of(new LayoutMemory.Column("id", 80, true)), List.of(new LayoutMemory.Sort("id", true)));

    @TempDir
    private Path folder;
    private final RunFilters filters = new RunFilters(() -> LocalDate.of(2026, 11, 29), () -> {});
    private LayoutMemory.Table table = BY_NAME;
    private RunViews views;
    private int done;

    @BeforeEach
    void open() {
        views = views(RunKind.REGULAR);
    }

    private RunViews views(RunKind kind) {
        var made = new RunViews(kind, new SettingsStore(Folders.within(folder), new ManualTime()).views(CONNECTION,
                "runsTable"), filters, new Messages(Locale.UK), new InlineTasks());
        made.follow(new RunViews.Table() {
            @Override
            public LayoutMemory.Table layout() {
                return table;
            }

            @Override
            public void restore(LayoutMemory.Table layout) {
                table = layout;
            }
        });
        made.load();
        return made;
    }

    private List<String> names() {
        return views.viewsProperty().get().stream().map(views::name).toList();
    }

    @Test
    void thoseThatComeWithTheProgramSayWhatTheyShow() {
        assertThat(names()).containsExactly("This month", "Waiting for me", "Money at risk");
        assertThat(views.viewsProperty().get()).allSatisfy(view -> {
            assertThat(views.description(view)).isNotBlank();
            assertThat(views.open(view)).isTrue();
            assertThat(filters.now().isEverything()).isFalse();
        });
        assertThat(table).as("columns stay").isEqualTo(BY_NAME);
        assertThat(views(RunKind.ADHOC).viewsProperty().get()).hasSize(2);
    }

    @Test
    void aSavedViewBringsSearchFiltersColumnsAndOrderBackAlsoAfterAStart() {
        filters.clear();
        filters.searchTextProperty().set("nov");
        filters.segmentProperty().set(Segment.CLOSED);
        views.saveAs("  Closed in November ", () -> done++);
        assertThat(done).isEqualTo(1);
        filters.clear();
        table = BY_ID;
        views = views(RunKind.REGULAR);
        assertThat(names()).endsWith("Closed in November");
        assertThat(views.open(views.viewsProperty().get().getLast())).isTrue();
        assertThat(filters.searchTextProperty().get()).isEqualTo("nov");
        assertThat(filters.segmentProperty().get()).isEqualTo(Segment.CLOSED);
        assertThat(table).isEqualTo(BY_NAME);
    }

    @Test
    void whatANewerVersionSavedIsNotOpenedNorReplacedAndIsKept() throws IOException {
        views.saveAs("Newer", () -> {});
        var file = folder.resolve("layout.json");
        Files.writeString(file, Files.readString(file).replace("\"search\"", "\"moon\" : 1, \"search\""));
        views = views(RunKind.REGULAR);
        filters.segmentProperty().set(Segment.FINALIZED);

        assertThat(views.open(views.viewsProperty().get().getLast())).isFalse();
        assertThat(views.problemProperty().get().orElse("")).contains("Newer", "moon", "kept");
        assertThat(filters.segmentProperty().get()).isEqualTo(Segment.FINALIZED);
        views.saveAs("Newer", () -> done++);
        assertThat(done).isZero();
        assertThat(views.problemProperty().get().orElse("")).contains("was not replaced");
        assertThat(Files.readString(file)).contains("moon");
    }

    @Test
    void aNameMustBeThereShortAndItsOwn() {
        views.saveAs(" \u00A0", () -> done++);
        assertThat(views.problemProperty().get()).contains("A view needs a name.");
        views.saveAs("x".repeat(61), () -> done++);
        assertThat(views.problemProperty().get()).contains("A name has 60 characters at most.");
        assertThat(done).isZero();
        views.saveAs("One", () -> {});
        views.saveAs("Two", () -> {});
        var two = ((NamedView.Saved) views.viewsProperty().get().getLast()).view();
        views.rename(two, "One", () -> done++);
        assertThat(views.problemProperty().get()).contains("There is a view named “One” already. Nothing was changed.");
        views.rename(two, "Three", () -> done++);
        assertThat(names()).endsWith("One", "Three");
        assertThat(views.problemProperty().get()).isEmpty();
        views.delete(((NamedView.Saved) views.viewsProperty().get().getLast()).view(), () -> done++);
        assertThat(names()).endsWith("One");
        assertThat(done).isEqualTo(2);
    }

    @Test
    void whatCannotBeWrittenIsSaid() throws IOException {
        Files.createDirectories(folder.resolve("layout.json"));
        views.saveAs("One", () -> done++);
        assertThat(done).isZero();
        assertThat(views.problemProperty().get()).isEqualTo(Optional.of(new Messages(Locale.UK).get(
                "views.not-kept")));
    }
}
