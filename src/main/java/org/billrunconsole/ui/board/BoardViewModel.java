package org.billrunconsole.ui.board;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.runs.Freshness;
import org.billrunconsole.runs.ReferenceData;
import org.billrunconsole.runs.RunStore;
import org.billrunconsole.runs.review.RunAnalysis;
import org.billrunconsole.ui.kit.ChosenFile;
import org.billrunconsole.work.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The board of a month: which month, where its runs stand and how fresh that is. It follows the runs while it is shown
 * and costs nothing while it is not; what it shows is made away from the window's thread, from what has changed.
 */
public final class BoardViewModel implements AutoCloseable {

    /** What the place of the cards shows. */
    public enum State {
        LOADING, READY, EMPTY, FAILED
    }

    /**
     * What the board follows beside the runs.
     *
     * @param list      how far the list of regular runs has been read
     * @param freshness whether what was read is up to date
     * @param readOnly  whether nothing can be changed here
     * @param connection where the runs are and how much can go wrong there, in words
     * @param refresh   reads the list again
     */
    public record Source(ObservableValue<ListState> list, ObservableValue<Freshness> freshness,
            ObservableValue<Boolean> readOnly, ObservableValue<String> connection, Runnable refresh) {}

    private static final Logger LOG = LoggerFactory.getLogger(BoardViewModel.class);

    /** From this day on a month is the one that is being billed; before it, the month before still is. */
    private static final int MIDDLE_OF_MONTH = 16;
    /** Words that tell for how long something has been so are of minutes. */
    private static final int SECONDS_TO_GROW_OLD = 20;

    private final RunStore store;
    private final ReferenceData referenceData;
    private final RunAnalysis analysis;
    private final BoardCards cards;
    private final Source source;
    private final Messages messages;
    private final Formats formats;
    private final TaskRunner tasks;
    private final Executor window;
    private final InstantSource clock;
    private final Consumer<RunStore.Change> storeListener = this::runsChanged;
    private final Runnable analysisListener = this::looksChanged;
    private final Subscription following;

    private final ReadOnlyObjectWrapper<YearMonth> month;
    private final BooleanProperty byCycle = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<Board>> board = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper waits = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper stale = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper saved = new ReadOnlyStringWrapper("");

    /** What has changed since the board was last made; guarded by itself. */
    private final Set<RunKey> changed = new HashSet<>();
    private boolean again;
    private boolean asked;
    private boolean working;
    private boolean shown;
    private int seconds;

    /** @param zone by whose calendar the month that is shown first is the one being billed */
    public BoardViewModel(RunStore store, ReferenceData referenceData, RunAnalysis analysis, BoardJudge judge,
            Source source, Messages messages, Formats formats, TaskRunner tasks, Executor window, InstantSource clock,
            ZoneId zone) {
        this.store = store;
        this.referenceData = referenceData;
        this.analysis = analysis;
        this.cards = new BoardCards(store, judge, messages, formats);
        this.source = source;
        this.messages = messages;
        this.formats = formats;
        this.tasks = tasks;
        this.window = window;
        this.clock = clock;
        month = new ReadOnlyObjectWrapper<>(billedMonth(LocalDate.ofInstant(clock.instant(), zone)));
        following = Subscription.combine(source.list().subscribe(_ -> derive()),
                source.freshness().subscribe(_ -> derive()), source.readOnly().subscribe(_ -> derive()));
    }

    // ---- Properties

    /** The month whose runs are shown: those whose period ends in it. */
    public ReadOnlyObjectProperty<YearMonth> monthProperty() {
        return month.getReadOnlyProperty();
    }

    /** Whether runs stand together by their billing cycle, and not by their stage. */
    public BooleanProperty byCycleProperty() {
        return byCycle;
    }

    /** The board of the month; empty until it is made. */
    public ReadOnlyObjectProperty<Optional<Board>> boardProperty() {
        return board.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** How many runs there are and what they bill, in words. */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** How many runs wait for a person, in words; empty if none does. */
    public ReadOnlyStringProperty waitsProperty() {
        return waits.getReadOnlyProperty();
    }

    /** How many of all runs stand on the board, in words. */
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** Of when the board is, in words; empty while it is up to date. */
    public ReadOnlyStringProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    /** What came of saving a picture, in words; empty if none was saved of this month. */
    public ReadOnlyStringProperty savedProperty() {
        return saved.getReadOnlyProperty();
    }

    /** Why the list could not be read the last time; empty if it could. */
    public Optional<Failure> failure() {
        return source.list().getValue().failure();
    }

    /** How far the list has been read. */
    ObservableValue<ListState> list() {
        return source.list();
    }

    /** Of which connection and when a picture is, for whoever looks at it later. */
    String taken() {
        return messages.get("board.taken", source.connection().getValue(), formats.dateTime(clock.instant()));
    }

    // ---- Commands

    /** It is shown from now on, or not any more. */
    public void setShown(boolean now) {
        if (now == shown) {
            return;
        }
        shown = now;
        if (now) {
            store.addListener(storeListener);
            analysis.addListener(analysisListener);
            referenceData.addListener(analysisListener);
            ask();
        } else {
            unfollow();
        }
    }

    /** Shows the runs of another month. */
    public void show(YearMonth other) {
        if (!other.equals(month.get())) {
            month.set(other);
            board.set(Optional.empty());
            saved.set("");
            ask();
            derive();
        }
    }

    /** The month before. */
    public void previous() {
        show(month.get().minusMonths(1));
    }

    /** The month after. */
    public void next() {
        show(month.get().plusMonths(1));
    }

    /** Reads the list again. */
    public void refresh() {
        source.refresh().run();
    }

    /** Words that tell for how long something has been so have grown old by a second. */
    public void secondPassed() {
        seconds++;
        if (shown && seconds % SECONDS_TO_GROW_OLD == 0) {
            looksChanged();
        }
    }

    /**
     * Writes a picture away from the window's thread and says what came of it.
     *
     * @param file    where to, as the words name it
     * @param picture writes it
     */
    void save(ChosenFile file, ChosenFile.Content picture) {
        saved.set(messages.get("board.saving"));
        tasks.run("save a picture of the board", () -> {
            file.write(picture);
            return file;
        }, _ -> saved.set(messages.get("saving.done", file)), e -> {
            LOG.warn("Cannot save a picture to {}", file, e);
            saved.set(messages.get("saving.failed", file));
        });
    }

    @Override
    public void close() {
        unfollow();
        following.unsubscribe();
    }

    // ---- Inside

    /** The month that is being billed on a day: the one whose end is about 15 days away at most, before or after it. */
    static YearMonth billedMonth(LocalDate today) {
        var own = YearMonth.from(today);
        return today.getDayOfMonth() >= MIDDLE_OF_MONTH ? own : own.minusMonths(1);
    }

    private void unfollow() {
        store.removeListener(storeListener);
        analysis.removeListener(analysisListener);
        referenceData.removeListener(analysisListener);
    }

    /** On the thread that read them. */
    private void runsChanged(RunStore.Change change) {
        synchronized (changed) {
            change.updates()
                    .stream()
                    .map(update -> update.now().key())
                    .filter(key -> key.kind() == RunKind.REGULAR)
                    .forEach(changed::add);
            change.removed().stream().filter(key -> key.kind() == RunKind.REGULAR).forEach(changed::add);
        }
        window.execute(this::work);
    }

    /** Stalls, deadlines and unknown outcomes change how runs look though the runs themselves are as they were. */
    private void looksChanged() {
        synchronized (changed) {
            again = true;
        }
        window.execute(this::work);
    }

    /** Asks for the whole board anew. */
    private void ask() {
        asked = true;
        work();
    }

    /** Makes the board anew, unless that is being done; then once more afterwards. */
    private void work() {
        if (working || !shown) {
            return;
        }
        Set<RunKey> some;
        boolean all;
        synchronized (changed) {
            some = Set.copyOf(changed);
            changed.clear();
            all = again;
            again = false;
        }
        if (!asked && some.isEmpty() && !all) {
            return;
        }
        var wanted = month.get();
        var whole = asked;
        asked = false;
        working = true;
        tasks.run("the board of a month", () -> whole ? cards.of(wanted) : cards.after(wanted, some, all), made -> {
            working = false;
            if (made.month().equals(month.get())) {
                board.set(Optional.of(made));
                derive();
            }
            work();
        }, e -> {
            working = false;
            LOG.error("The board of {} cannot be made", wanted, e);
        });
    }

    private void derive() {
        var runs = board.get().map(Board::runs).orElse(0);
        var reading = source.list().getValue();
        var said = formats.month(month.get());
        summary.set(board.get().filter(each -> each.runs() > 0).map(this::summary).orElse(""));
        var waiting = board.get().map(Board::waits).orElse(0);
        waits.set(waiting == 0 ? ""
                : messages.get(source.readOnly().getValue()
                        ? "board.waits.read-only"
                        : "board.waits", waiting));
        status.set(messages.get(reading.complete() ? "board.status" : "board.status.so-far", runs, reading.loaded(),
                said));
        stale.set(switch (source.freshness().getValue()) {
            case Freshness.Live _,Freshness.Faltering _,Freshness.Connecting _ -> "";
            case Freshness.Stale _,Freshness.SignedOut _,Freshness.Paused _ -> source.freshness().getValue()
                    .lastGoodReading()
                    .map(when -> messages.get("board.stale", formats.time(when)))
                    .orElseGet(() -> messages.get("board.stale.never"));
        });
        state.set(runs > 0 ? State.READY : stateWithoutRuns(reading));
    }

    private State stateWithoutRuns(ListState reading) {
        if (reading.loaded() == 0 && reading.failure().isPresent()) {
            return State.FAILED;
        }
        // Runs of the month may still come; nobody is told that there are none.
        return board.get().isEmpty() || !reading.ended() ? State.LOADING : State.EMPTY;
    }

    private String summary(Board now) {
        var counted = messages.get(source.list().getValue().complete() ? "board.runs" : "board.runs.so-far",
                now.runs());
        return String.join(" · ", Stream.concat(Stream.of(counted),
                now.money().stream()).toList());
    }
}
