package org.billrunconsole.ui.kit.export;

import java.io.IOException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.billrunconsole.export.Csv;
import org.billrunconsole.export.CsvNotation;
import org.billrunconsole.export.ExportTable;
import org.billrunconsole.export.TableFormat;
import org.billrunconsole.export.Xlsx;
import org.billrunconsole.ui.kit.ChosenFile;
import org.billrunconsole.work.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes tables into files, one at a time and away from the window's thread, and tells what comes of it. */
public final class ExportsViewModel implements AutoCloseable {

    /** What an exported file is. */
    public enum Kind {
        XLSX, CSV
    }

    /** What separates the cells of a CSV file. */
    public enum Separator {
        /** What spreadsheets of the operator's region expect. */
        REGION, COMMA, SEMICOLON, TAB
    }

    /** How numbers and days stand in a CSV file. */
    public enum Notation {
        /** As spreadsheets of the operator's region read them. */
        REGION,
        /** The same everywhere. */
        ISO
    }

    /** What kept a table from being saved. */
    public enum Problem {
        IN_USE, READ_ONLY, FOLDER_MISSING, FOLDER_READ_ONLY, DISK_FULL,
        /** The ending that was added makes it the name of a file that nobody has agreed to replace. */
        THERE_ALREADY,
        /** More rows than such a file can hold. */
        TOO_MANY, OTHER
    }

    /** Where it stands. */
    public sealed interface State {

        /** Nothing is being written, and there is nothing to tell. */
        record Idle() implements State {}

        /** So many of all lines have been written; 0 of 0 before they have been counted. */
        record Writing(ChosenFile file, int done, int all) implements State {}

        /** The file is whole and in its place. */
        record Saved(ChosenFile file, int rows) implements State {}

        /** A person has stopped it; nothing was saved. */
        record Stopped(ChosenFile file) implements State {}

        /** Nothing was saved. */
        record Failed(ChosenFile file, Problem problem) implements State {}
    }

    private record Job(Supplier<ExportTable> table, TableFormat format, ChosenFile file) {}

    private static final Logger LOG = LoggerFactory.getLogger(ExportsViewModel.class);

    private final Locale locale;
    private final ZoneId zone;
    private final Xlsx.Program program;
    private final FilePlaces places;
    private final TaskRunner tasks;
    private final Executor window;
    private final ObjectProperty<Separator> separator = new SimpleObjectProperty<>(Separator.REGION);
    private final ObjectProperty<Notation> notation = new SimpleObjectProperty<>(Notation.REGION);
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
    private Optional<Job> last = Optional.empty();
    private AtomicBoolean stop = new AtomicBoolean();

    /**
     * @param locale  the operator's region
     * @param zone    where the operator's clock is
     * @param program by which workbooks are said to be written
     */
    public ExportsViewModel(Locale locale, ZoneId zone, Xlsx.Program program, FilePlaces places, TaskRunner tasks,
            Executor window) {
        this.locale = locale;
        this.zone = zone;
        this.program = program;
        this.places = places;
        this.tasks = tasks;
        this.window = window;
    }

    // ---- Properties

    /** What separates the cells of the next CSV file. */
    public ObjectProperty<Separator> separatorProperty() {
        return separator;
    }

    /** How numbers and days stand in the next CSV file. */
    public ObjectProperty<Notation> notationProperty() {
        return notation;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether a file is being written, so that no other can be. */
    public boolean isWriting() {
        return state.get() instanceof State.Writing;
    }

    /** The separator that the region expects. */
    char regionalSeparator() {
        return CsvNotation.separatorOf(locale);
    }

    /** A number and a day as they would stand in a CSV file. */
    String example(Notation how) {
        return notation(how).example();
    }

    FilePlaces places() {
        return places;
    }

    // ---- Commands

    /**
     * Begins to write a table into a file, unless another is being written.
     *
     * @param table asked away from the window's thread, and once more by {@link #again}
     * @param file  gets the ending of its kind if it has none
     */
    public void start(Supplier<ExportTable> table, Kind kind, ChosenFile file) {
        var format = format(kind);
        var whole = file.withEnding(format.ending());
        if (isWriting()) {
            return;
        }
        var job = new Job(table, format, whole);
        last = Optional.of(job);
        // The operating system has asked about the name that was typed, not about the one that it makes with an ending.
        write(job, !whole.equals(file));
    }

    /** Tries once more what has failed. */
    public void again() {
        if (state.get() instanceof State.Failed(_, var problem)) {
            last.ifPresent(job -> write(job, problem == Problem.THERE_ALREADY));
        }
    }

    /** Writes no further; what was in the place of the file stays. */
    public void stop() {
        stop.set(true);
    }

    /** What came of the last one has been read. */
    public void dismiss() {
        if (!isWriting()) {
            state.set(new State.Idle());
        }
    }

    /** Opens the folder of the file that was saved. */
    public void showFolder() {
        if (state.get() instanceof State.Saved(var file, _)) {
            tasks.run("open a folder", () -> {
                places.show(file);
                return file;
            }, _ -> {}, e -> LOG.warn("The folder of {} cannot be opened", file, e));
        }
    }

    @Override
    public void close() {
        stop();
    }

    // ---- Inside

    private TableFormat format(Kind kind) {
        return switch (kind) {
            case XLSX -> new Xlsx(program, zone);
            case CSV -> new Csv(switch (separator.get()) {
                case REGION -> regionalSeparator();
                case COMMA -> ',';
                case SEMICOLON -> ';';
                case TAB -> '\t';
            }, notation(notation.get()));
        };
    }

    private CsvNotation notation(Notation how) {
        return switch (how) {
            case REGION -> CsvNotation.local(locale, zone);
            case ISO -> CsvNotation.iso(zone);
        };
    }

    private void write(Job job, boolean mustBeNew) {
        var file = job.file();
        var stopped = new AtomicBoolean();
        stop = stopped;
        state.set(new State.Writing(file, 0, 0));
        tasks.run("export a table", () -> written(job, mustBeNew, stopped), state::set, e -> failed(file, e));
    }

    /** Blocks on the disk; what came of it. */
    private State written(Job job, boolean mustBeNew, AtomicBoolean stopped) throws IOException {
        var file = job.file();
        var table = job.table().get();
        int all = table.lines().size();
        if (all > job.format().mostLines()) {
            return new State.Failed(file, Problem.TOO_MANY);
        }
        if (mustBeNew && file.isThere()) {
            return new State.Failed(file, Problem.THERE_ALREADY);
        }
        var progress = new Progress(file, all, stopped);
        file.write(out -> job.format().write(table, out, progress::written));
        return new State.Saved(file, table.rows());
    }

    private void failed(ChosenFile file, Exception e) {
        if (e instanceof CancellationException) {
            state.set(new State.Stopped(file));
        } else {
            LOG.warn("Cannot export to {}", file, e);
            state.set(new State.Failed(file, Problem.valueOf(ChosenFile.Trouble.of(e).name())));
        }
    }

    /** Tells the window how far the writing is, no more often than it looks. */
    private final class Progress {

        private final ChosenFile file;
        private final int all;
        private final AtomicBoolean stopped;
        private final AtomicInteger done = new AtomicInteger();
        private final AtomicBoolean told = new AtomicBoolean();

        Progress(ChosenFile file, int all, AtomicBoolean stopped) {
            this.file = file;
            this.all = all;
            this.stopped = stopped;
        }

        /** On the thread that writes. */
        void written(int lines) {
            if (stopped.get()) {
                throw new CancellationException();
            }
            done.set(lines);
            if (told.compareAndSet(false, true)) {
                window.execute(this::tell);
            }
        }

        private void tell() {
            told.set(false);
            if (stop == stopped && isWriting()) {
                state.set(new State.Writing(file, done.get(), all));
            }
        }
    }
}
