package org.billrunconsole.ui.kit.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneOffset;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import javafx.stage.Window;
import org.billrunconsole.export.Cell;
import org.billrunconsole.export.Column;
import org.billrunconsole.export.ExportTable;
import org.billrunconsole.export.Line;
import org.billrunconsole.export.Xlsx;
import org.billrunconsole.testkit.InlineTasks;
import org.billrunconsole.ui.kit.ChosenFile;
import org.billrunconsole.ui.kit.export.ExportsViewModel.Kind;
import org.billrunconsole.ui.kit.export.ExportsViewModel.Notation;
import org.billrunconsole.ui.kit.export.ExportsViewModel.Problem;
import org.billrunconsole.ui.kit.export.ExportsViewModel.Separator;
import org.billrunconsole.ui.kit.export.ExportsViewModel.State;
import org.billrunconsole.work.TaskRunner;
import org.billrunconsole.work.VirtualThreadTasks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExportsViewModelTest {

    private static final int MANY = 100_000;
    private static final String WINDOW = "window";

    private final List<ChosenFile> looked = new ArrayList<>();
    private final ExecutorService window = Executors.newSingleThreadExecutor(run -> new Thread(run, WINDOW));
    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void whatIsSavedCanBeLookedAtInItsFolder() {
        var exports = exports(new InlineTasks());
        exports.start(() -> table(3, ExportsViewModelTest::line), Kind.CSV, file("runs"));
        var saved = new ChosenFile(folder.resolve("runs.csv"));
        assertThat(exports.stateProperty().get()).isEqualTo(new State.Saved(saved, 3));
        assertThat(saved.path()).content().startsWith("\uFEFFName,Count").contains("Run 2,2\r\n");
        exports.showFolder();
        assertThat(looked).containsExactly(saved);
        exports.dismiss();
        assertThat(exports.stateProperty().get()).isEqualTo(new State.Idle());
    }

    @Test
    void theSeparatorAndTheNotationAreTheChosenOnes() {
        var exports = exports(new InlineTasks());
        exports.separatorProperty().set(Separator.TAB);
        exports.notationProperty().set(Notation.ISO);
        exports.start(() -> table(1, ExportsViewModelTest::line), Kind.CSV, file("runs.csv"));
        assertThat(folder.resolve("runs.csv")).content().contains("Run 0\t0\r\n");
    }

    @Test
    void anEndingThatIsAddedReplacesNothingThatIsThere() throws IOException {
        Files.writeString(folder.resolve("runs.csv"), "of yesterday");
        var exports = exports(new InlineTasks());
        exports.start(() -> table(1, ExportsViewModelTest::line), Kind.CSV, file("runs"));
        assertThat(problem(exports)).isEqualTo(Problem.THERE_ALREADY);
        exports.again();
        assertThat(problem(exports)).isEqualTo(Problem.THERE_ALREADY);
        assertThat(folder.resolve("runs.csv")).hasContent("of yesterday");
        exports.start(() -> table(1, ExportsViewModelTest::line), Kind.CSV, file("runs.csv"));
        assertThat(exports.stateProperty().get()).as("the system has asked about that very name").isInstanceOf(
                State.Saved.class);
    }

    @Test
    void moreRowsThanAWorkbookHoldsAreNotBegun() {
        var exports = exports(new InlineTasks());
        exports.start(() -> new ExportTable("Table", List.of(new Column("Name")), Collections.nCopies(1_048_576,
                line(1))), Kind.XLSX, file("runs.xlsx"));
        assertThat(problem(exports)).isEqualTo(Problem.TOO_MANY);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileThatIsOpenElsewhereIsWrittenOnceItIsClosed() throws IOException {
        var path = Files.writeString(folder.resolve("runs.csv"), "of yesterday");
        var exports = exports(new InlineTasks());
        try (var channel = FileChannel.open(path, StandardOpenOption.WRITE); var lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            exports.start(() -> table(1, ExportsViewModelTest::line), Kind.CSV, file("runs.csv"));
        }
        assertThat(problem(exports)).isEqualTo(Problem.IN_USE);
        assertThat(path).hasContent("of yesterday");
        exports.again();
        assertThat(exports.stateProperty().get()).isInstanceOf(State.Saved.class);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aHundredThousandRowsAreWrittenAwayFromTheWindowAndToldAsTheyAre(Kind kind) throws Exception {
        var told = new ArrayList<State>();
        var tellers = new HashSet<String>();
        var writers = ConcurrentHashMap.<String>newKeySet();
        var exports = exports(new VirtualThreadTasks(window));
        exports.stateProperty().addListener((_, _, state) -> {
            tellers.add(Thread.currentThread().getName());
            told.add(state);
        });
        inWindow(() -> exports.start(() -> table(MANY, place -> {
            writers.add(Thread.currentThread().getName());
            return line(place);
        }), kind, file("runs." + kind.name().toLowerCase(Locale.ROOT))));
        await().until(() -> seen(exports) instanceof State.Saved);
        assertThat(seen(exports)).extracting("rows").isEqualTo(MANY);
        assertThat(tellers).containsExactly(WINDOW);
        assertThat(writers).doesNotContain(WINDOW);
        assertThat(told.stream().filter(State.Writing.class::isInstance).map(State.Writing.class::cast)
                .filter(each -> each.done() > 0 && each.done() < MANY)).as("progress").isNotEmpty();
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatIsStoppedLeavesWhatWasThere(Kind kind) throws Exception {
        var name = "runs." + kind.name().toLowerCase(Locale.ROOT);
        Files.writeString(folder.resolve(name), "of yesterday");
        var half = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        var exports = exports(new VirtualThreadTasks(window));
        inWindow(() -> exports.start(() -> table(MANY, place -> {
            if (place == MANY / 2) {
                half.countDown();
                waitFor(stopped);
            }
            return line(place);
        }), kind, file(name)));
        half.await();
        inWindow(exports::stop);
        stopped.countDown();
        await().until(() -> seen(exports) instanceof State.Stopped);
        assertThat(folder.resolve(name)).hasContent("of yesterday");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
        inWindow(() -> exports.start(() -> table(1, ExportsViewModelTest::line), kind, file(name)));
        await().until(() -> seen(exports) instanceof State.Saved);
    }

    @Test
    void whileOneIsWrittenNoOtherIsBegun() throws Exception {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var exports = exports(new VirtualThreadTasks(window));
        inWindow(() -> exports.start(() -> {
            begun.countDown();
            waitFor(go);
            return table(1, ExportsViewModelTest::line);
        }, Kind.CSV, file("first.csv")));
        begun.await();
        inWindow(() -> exports.start(() -> table(1, ExportsViewModelTest::line), Kind.CSV, file("second.csv")));
        go.countDown();
        await().until(() -> seen(exports) instanceof State.Saved(var file, _) && file.name().equals("first.csv"));
        assertThat(folder.resolve("second.csv")).doesNotExist();
    }

    /** What is held of the table while it is written, measured by what the writing thread has left behind at its end. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void theRowsThatHaveBeenWrittenAreNotHeld(Kind kind) {
        var rows = new ArrayList<WeakReference<Line>>();
        var held = new ArrayList<Long>();
        var exports = exports(new InlineTasks());
        exports.start(() -> table(20_000, place -> {
            var line = line(place);
            rows.add(new WeakReference<>(line));
            if (place == 19_999) {
                ManagementFactory.getMemoryMXBean().gc();
                held.add(rows.stream().filter(each -> each.get() != null).count());
            }
            return line;
        }), kind, file("runs." + kind.name().toLowerCase(Locale.ROOT)));
        assertThat(held).singleElement().satisfies(count -> assertThat(count).isLessThan(2_000));
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private ExportsViewModel exports(TaskRunner tasks) {
        return new ExportsViewModel(Locale.UK, ZoneOffset.UTC, Xlsx.Program.of("Test", "1.0.0-SNAPSHOT"),
                new FilePlaces() {
                    @Override
                    public Optional<ChosenFile> choose(Window over, String title, String name, String words,
                            String ending) {
                        return Optional.empty();
                    }

                    @Override
                    public void show(ChosenFile file) {
                        looked.add(file);
                    }
                }, tasks, window);
    }

    private ChosenFile file(String name) {
        return new ChosenFile(folder.resolve(name));
    }

    private static Problem problem(ExportsViewModel exports) {
        return ((State.Failed) exports.stateProperty().get()).problem();
    }

    private static Line line(int place) {
        return new Line.Row(List.of(Cell.text("Run " + place), Cell.number(place)));
    }

    private static ExportTable table(int size, IntFunction<Line> line) {
        return new ExportTable("Table", List.of(new Column("Name"), new Column("Count")), new AbstractList<Line>() {
            @Override
            public Line get(int place) {
                return line.apply(place);
            }

            @Override
            public int size() {
                return size;
            }
        });
    }

    private void inWindow(Runnable what) {
        window.submit(what);
    }

    private State seen(ExportsViewModel exports) throws Exception {
        return window.submit(() -> exports.stateProperty().get()).get();
    }
}
