package org.billrunconsole.bench.window;

import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.billrunconsole.WholeConsole;
import org.billrunconsole.testkit.SandboxProcess;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A console with a list of a certain length, and a person who works in it with keyboard and mouse and sees when what
 * was asked for is in the window. Knows nothing of how the list is made.
 */
public final class ListWindow implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    /** On a busy machine the thread is never quiet; then so long is waited for it. */
    private static final Duration CALM = Duration.ofSeconds(2);
    private static final Duration QUIET = Duration.ofMillis(70);
    private static final Duration SMALL = Duration.ofMillis(2);
    /** After so long without a change nobody expects another. */
    private static final Duration SETTLED = Duration.ofMillis(180);

    /** What of the list and the pane a person sees. The rows are compared by what they are of, not by their texts. */
    private record Seen(String search, int count, List<Object> rows, List<Object> order, String pane) {}

    private final WindowThread window;
    private final Optional<SandboxProcess> server;
    private final Hands hands;
    private final WholeConsole console;
    private final TableView<?> table;
    private final Runnable looking = this::look;
    private final TextField search;
    private final int runs;

    // On the window's thread; read elsewhere once it is quiet.
    private EventType<? extends InputEvent> awaited = InputEvent.ANY;
    private volatile long asked;
    private volatile long changed;
    private volatile long firstLook;
    private Optional<VirtualFlow<IndexedCell<?>>> flow = Optional.empty();
    private Optional<Label> title = Optional.empty();
    private Seen before = new Seen("", 0, List.of(), List.of(), "");

    private ListWindow(WindowThread window, Optional<SandboxProcess> server, WholeConsole console, int runs) {
        this.window = window;
        this.server = server;
        this.console = console;
        this.runs = runs;
        hands = new Hands(console.scene());
        table = Hands.see(() -> (TableView<?>) Objects.requireNonNull(console.scene().lookup("#runsTable")));
        search = Hands.see(() -> (TextField) Objects.requireNonNull(console.scene().lookup("#searchField")));
    }

    /** Opens one and waits until all of it is there and quiet. */
    public static ListWindow open(WindowThread window, Path folder, int runs, String... sandbox) throws Exception {
        var own = Files.createDirectories(folder.resolve("runs-" + runs));
        var arguments = new ArrayList<>(List.of("--runs", Integer.toString(runs)));
        arguments.addAll(List.of(sandbox));
        var server = SandboxProcess.start(own, arguments.toArray(String[]::new));
        var list = new ListWindow(window, Optional.of(server),
                WholeConsole.open(server, Files.createDirectories(own.resolve("home"))),
                runs);
        list.prepare();
        return list;
    }

    /** One that is open already, once all of it is there and quiet; closes it. */
    public static ListWindow of(WindowThread window, WholeConsole console, int runs) throws InterruptedException {
        var list = new ListWindow(window, Optional.empty(), console, runs);
        list.prepare();
        return list;
    }

    private void prepare() throws InterruptedException {
        fire("#welcomeDismiss");
        console.showAll();
        await().atMost(PATIENCE).until(() -> Hands.see(() -> table.getItems().size() >= runs));
        Hands.see(() -> {
            var scene = console.scene();
            scene.addEventFilter(InputEvent.ANY, event -> {
                if (asked == 0 && event.getEventType() == awaited) {
                    asked = System.nanoTime();
                }
            });
            scene.addPostLayoutPulseListener(looking);
            return true;
        });
        TimeUnit.SECONDS.sleep(2);
        window.awaitQuiet(Duration.ofMillis(500), SMALL, CALM.multipliedBy(3));
    }

    SandboxProcess server() {
        return server.orElseThrow();
    }

    // ---- What a person does

    /** Puts the keyboard into the search, as with its shortcut. */
    public void intoSearch() {
        Hands.see(() -> {
            search.requestFocus();
            return true;
        });
    }

    /** Lets the table show its first row. */
    public void scrollToTop() {
        Hands.see(() -> {
            table.scrollTo(0);
            return true;
        });
    }

    /** Selects the first row. */
    public void toFirstRow() throws InterruptedException {
        hands.press(KeyCode.HOME);
        window.awaitQuiet(QUIET, SMALL, CALM);
    }

    /** Types a letter to whatever has the keyboard. */
    public Answer type(String letter) throws InterruptedException {
        return ask(KeyEvent.KEY_PRESSED, () -> hands.type(letter));
    }

    /** Presses a key that is no letter. */
    public Answer press(KeyCode code) throws InterruptedException {
        return ask(KeyEvent.KEY_PRESSED, () -> hands.press(code));
    }

    /** Chooses all that are shown. */
    public void chooseAll() throws InterruptedException {
        hands.pressWithControl(KeyCode.A);
        window.awaitQuiet(Duration.ofMillis(500), SMALL, CALM);
    }

    /** Clicks on the header of a column. */
    public Answer clickHeader(String column) throws InterruptedException {
        var header = header(column);
        return ask(MouseEvent.MOUSE_RELEASED, () -> hands.click(header));
    }

    private Node header(String column) {
        return Hands.see(() -> table.lookupAll(".column-header").stream()
                .filter(node -> node instanceof TableColumnHeader header && header.getTableColumn() != null
                        && column.equals(header.getTableColumn().getId()))
                .findFirst()
                .orElseThrow());
    }

    /** Puts the keyboard into the table. */
    public void intoTable() {
        Hands.see(() -> {
            table.requestFocus();
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void fire(String query) {
        var node = Hands.see(() -> console.scene().lookup(query));
        if (node instanceof ButtonBase button) {
            Hands.see(() -> {
                button.fire();
                return true;
            });
        }
    }

    // ---- What a person sees

    private Answer ask(EventType<? extends InputEvent> event, Runnable doing) throws InterruptedException {
        window.awaitQuiet(QUIET, SMALL, CALM);
        Hands.see(() -> {
            // Not in every frame, of whose work it would be most.
            title = Optional.ofNullable((Label) console.scene().lookup("#detailTitle"));
            before = seen();
            awaited = event;
            changed = 0;
            firstLook = 0;
            asked = 0;
            return true;
        });
        doing.run();
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            window.awaitQuiet(QUIET, SMALL, CALM);
            var last = Math.max(Math.max(changed, firstLook), asked);
            if (last > 0 && System.nanoTime() - last > SETTLED.toNanos()) {
                break;
            }
        }
        if (changed == 0) {
            throw new IllegalStateException("Nothing came of it in the window, " + runs + " runs: " + before);
        }
        return new Answer(asked, over(changed), window.between(asked, System.nanoTime()));
    }

    /** A frame is in the window when the piece that made it is over. */
    private long over(long moment) {
        return window.between(moment, moment).stream().mapToLong(Piece::until).max().orElse(moment);
    }

    /** In every frame, once it is laid out. */
    private void look() {
        if (asked == 0) {
            return;
        }
        if (firstLook == 0) {
            firstLook = System.nanoTime();
        }
        var now = seen();
        if (!now.equals(before)) {
            before = now;
            changed = System.nanoTime();
        }
    }

    private Seen seen() {
        var flow = flow();
        List<Object> rows = new ArrayList<>();
        var first = flow.getFirstVisibleCell();
        var last = flow.getLastVisibleCell();
        if (first != null && last != null) {
            for (int place = first.getIndex(); place <= last.getIndex(); place++) {
                var cell = flow.getCell(place);
                rows.add(Objects.hash(cell.getItem(), cell.isSelected()));
            }
        }
        List<Object> order = new ArrayList<>();
        table.getSortOrder().forEach(column -> order.add(column.getId() + column.getSortType()));
        return new Seen(search.getText(), table.getItems().size(), rows, order, pane());
    }

    private String pane() {
        return title.map(Label::getText).orElse("");
    }

    @SuppressWarnings("unchecked")
    private VirtualFlow<IndexedCell<?>> flow() {
        flow = flow.or(() -> Optional.of((VirtualFlow<IndexedCell<?>>) Objects.requireNonNull(table.lookup(
                ".virtual-flow"))));
        return flow.get();
    }

    @Override
    public void close() {
        console.close();
        server.ifPresent(SandboxProcess::close);
    }
}
