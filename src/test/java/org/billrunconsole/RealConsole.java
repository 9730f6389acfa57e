package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.billrunconsole.app.PlatformServices;
import org.billrunconsole.desktop.DesktopNotices;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.sandbox.Sandbox;
import org.billrunconsole.sandbox.api.LoggedRequest;
import org.billrunconsole.sandbox.api.RequestLog;
import org.billrunconsole.sandbox.api.SandboxOptions;
import org.billrunconsole.sandbox.data.SandboxUser;
import org.billrunconsole.settings.ConnectionProfile;
import org.billrunconsole.settings.Folders;
import org.billrunconsole.settings.SettingsStore;
import org.billrunconsole.settings.SignInMode;
import org.billrunconsole.testkit.Drawn;
import org.billrunconsole.testkit.KeptFolder;
import org.billrunconsole.testkit.Pictures;
import org.billrunconsole.ui.runlist.RunListView;
import org.billrunconsole.ui.runlist.rows.RunRow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestWatcher;
import org.testfx.api.FxToolkit;

/**
 * The console in a new window on a real screen, one for each scenario. It ends with a picture of the screen and leaves a
 * line in {@code target/screens/real/results.txt}.
 */
final class RealConsole
        implements BeforeEachCallback, TestExecutionExceptionHandler, AfterEachCallback, TestWatcher {

    private static final Path RESULTS = Path.of("target", "screens", "real", "results.txt");

    private String name = "";
    private Path folder = Path.of("");
    private Optional<RequestLog> record = Optional.empty();
    private ConsoleApp app;
    private Stage stage;
    private RealHands hands;
    private RealState state;

    /** Opens it on its own sandbox, past the welcome. */
    void open(UnaryOperator<SandboxOptions> like) {
        try {
            var settings = settings();
            settings.save(settings.preferences().withWelcomed());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        openAsNew(like);
    }

    /** Opens it as on the day it was installed. */
    void openAsNew(UnaryOperator<SandboxOptions> like) {
        open(() -> new ConsoleApp(outside(like), "--config-dir", folder.toString()));
        record = Optional.of(app.wiring().sandbox().log());
        until(RunKind.REGULAR, _ -> true);
    }

    /** Opens it on another sandbox than its own, as the connection of last time. */
    void openOn(Sandbox server, ConnectionKind kind) {
        try {
            var profile = ConnectionProfile.create("Elsewhere", kind, server.baseUri())
                    .withSignIn(SignInMode.TOKEN, SandboxUser.BRAND, SandboxUser.OPERATOR.username());
            settings().save(profile);
            settings().saveLastConnection(profile.id());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open(() -> new ConsoleApp(outside(UnaryOperator.identity()), "--config-dir",
                folder.toString()));
        record = Optional.of(server.log());
    }

    /** The real screens with it, which other tests do without. */
    private static PlatformServices outside(UnaryOperator<SandboxOptions> like) {
        return PlatformServices.real().withSandbox(like).withDesktop(DesktopNotices.none());
    }

    private void open(Supplier<Application> made) {
        try {
            // Not TestFX's own, which comes as the scenario before has left it.
            stage = FxToolkit.registerStage(Stage::new);
            app = (ConsoleApp) FxToolkit.setupApplication(made);
        } catch (TimeoutException e) {
            throw new AssertionError("The console does not start", e);
        }
        hands = new RealHands(stage);
        state = RealHands.see(() -> new RealState(stage));
    }

    ConsoleApp app() {
        return app;
    }

    Stage stage() {
        return stage;
    }

    RealHands hands() {
        return hands;
    }

    Path folder() {
        return folder;
    }

    SettingsStore settings() {
        return new SettingsStore(Folders.within(folder), InstantSource.system());
    }

    /** Keeps what stands on the screen where the window is. */
    void picture(String step) {
        hands.untilDrawn();
        RealHands.see(() -> {
            Pictures.keep(Drawn.screen(stage.getScene()), "real/" + name + (step.isEmpty() ? "" : "-" + step));
            return true;
        });
    }

    // ---- Runs

    /** The first run that is wanted, once there is one. */
    RunRow until(RunKind kind, Predicate<RunRow> wanted) {
        RealHands.until("such a run in the list", () -> table(kind).getItems().stream().anyMatch(wanted));
        return RealHands.see(() -> table(kind).getItems().stream().filter(wanted).findFirst().orElseThrow());
    }

    /** The runs that stand in a list, from above. */
    List<RunRow> rows(RunKind kind) {
        return RealHands.see(() -> List.copyOf(table(kind).getItems()));
    }

    /** Goes to a list and down it until a run is chosen. */
    RunRow chooseByKey(RunKind kind, Predicate<RunRow> wanted) {
        var row = until(kind, wanted);
        hands.tabTo("#" + RunListView.tableId(kind));
        hands.key("Home");
        for (int i = 0; i < rows(kind).size() && !chosen(kind).equals(Optional.of(row.key())); i++) {
            hands.key("Down");
        }
        assertThat(chosen(kind)).contains(row.key());
        RealHands.until(row.run().label() + " in the pane", () -> panes(row).findAny().isPresent());
        return row;
    }

    /** Clicks on a run. */
    RunRow chooseByMouse(RunKind kind, Predicate<RunRow> wanted) {
        var row = until(kind, wanted);
        RealHands.see(() -> {
            table(kind).scrollTo(row);
            return true;
        });
        hands.clickText(".table-cell", row.run().label());
        RealHands.until(row.run().label() + " in the pane", () -> panes(row).findAny().isPresent());
        return row;
    }

    /** Asks by key for the due step of the run in the pane, as soon as it is offered, and waits for its dialog. */
    void askForStep(RunRow run) {
        RealHands.until("a step offered for " + run.run().label(), () -> panes(run).anyMatch(
                pane -> isOffered(pane.lookup("#actionPrimary"))));
        hands.key("Control_L", "Return");
        hands.untilSeen("#confirmDialog");
    }

    private static boolean isOffered(Node step) {
        return step.isVisible() && !step.isDisabled();
    }

    /** Which run is chosen in a list. */
    Optional<RunKey> chosen(RunKind kind) {
        return RealHands.see(() -> Optional.ofNullable(table(kind).getSelectionModel().getSelectedItem())
                .map(RunRow::key));
    }

    /** Within the window in which the sandbox lets a run be closed, by the cycle's own days. */
    boolean isCloseable(RunRow row) {
        var today = LocalDate.now();
        Predicate<LocalDate> within = end -> app.wiring().services().referenceData().cycleOf(row.run())
                .filter(cycle -> !today.isBefore(cycle.closeableFrom(end))
                        && !today.isAfter(cycle.closeableUntil(end)))
                .isPresent();
        return DialogsJourneyTest.isOpen(row) && row.run() instanceof BillRun regular
                && regular.periodEnd().filter(within).isPresent();
    }

    /** The panes that show a run; the drawer of a small window may be closed, the pane follows all the same. */
    private static Stream<Node> panes(RunRow row) {
        return RealHands.all("#detailPane")
                .stream()
                .filter(pane -> pane.lookup("#detailTitle") instanceof Label title
                        && RealHands.bare(title.getText()).equals(row.run().label()));
    }

    private TableView<RunRow> table(RunKind kind) {
        var found = RealHands.seen("#" + RunListView.tableId(kind));
        return found.map(RealConsole::table).orElseGet(TableView::new);
    }

    @SuppressWarnings("unchecked")
    private static TableView<RunRow> table(Node node) {
        return (TableView<RunRow>) node;
    }

    // ---- The record

    /** What the sandbox was told to change, one request a line: method, path and body. */
    List<String> sent() {
        return record.orElseThrow().writes().stream().map(RealConsole::line).toList();
    }

    private static String line(LoggedRequest request) {
        return (request.method() + " " + request.path() + " " + request.body()).strip();
    }

    // ---- The scenario's frame

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        name = Stream.of(context.getRequiredTestMethod().getName(),
                // Of a parameter's value; without one it is the method's again.
                context.getDisplayName().replace(context.getRequiredTestMethod().getName() + "()", ""),
                Locale.getDefault().getLanguage().replace("en", ""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("-"));
        folder = KeptFolder.begin("real-" + name);
        FxToolkit.registerPrimaryStage();
    }

    /** Adds to a failure what the window showed. */
    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        if (state == null) {
            throw failure;
        }
        throw new AssertionError(failure.getMessage() + "; " + RealHands.see(state::describe) + "; had "
                + hands.had(), failure);
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        if (hands != null) {
            picture("");
            RealHands.see(() -> {
                state.close();
                return true;
            });
            hands.close();
        }
        if (app != null) {
            FxToolkit.cleanupApplication(app);
        }
        FxToolkit.cleanupStages();
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        tell("passed  " + name);
    }

    @Override
    public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
        tell("FAILED  " + name + ": " + String.valueOf(cause).strip().replaceAll("\\s+", " "));
    }

    private static void tell(String line) {
        try {
            Files.createDirectories(RESULTS.getParent());
            Files.writeString(RESULTS, line + System.lineSeparator(), StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
