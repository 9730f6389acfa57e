package org.billrunconsole.ui.shell;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.billrunconsole.domain.Connection;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.i18n.ActivityWords;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.session.SignInState;
import org.billrunconsole.settings.Folders;
import org.billrunconsole.settings.SettingsStore;
import org.billrunconsole.testkit.Frames;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.Scratch;
import org.billrunconsole.testkit.StubApi;
import org.billrunconsole.testkit.TestServices;
import org.billrunconsole.ui.activity.ActivityViewModel;
import org.billrunconsole.ui.board.BoardViewModel;
import org.billrunconsole.ui.board.ListState;
import org.billrunconsole.ui.kit.Fxml;
import org.billrunconsole.ui.kit.Theme;
import org.billrunconsole.ui.kit.command.Offer;
import org.billrunconsole.ui.rundetail.RunDetailViewModel;
import org.billrunconsole.ui.runlist.RunListView;
import org.billrunconsole.ui.runlist.RunListViewModel;
import org.billrunconsole.ui.runlist.views.RunViews;
import org.billrunconsole.work.FxThread;
import org.billrunconsole.work.VirtualThreadTasks;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxRobot;

/** The main window on a server in memory, whose clock stands still until a test moves it. */
final class TestShell implements BeforeEachCallback {

    private final ShellCommands commands = new ShellCommands() {
        @Override
        public void showConnections() {}

        @Override
        public void showSettings() {}

        @Override
        public void showDiagnostics() {}

        @Override
        public void verifyEvidence() {
            evidenceAsked++;
        }

        @Override
        public void signIn() {}

        @Override
        public void switchChangesOn() {}

        @Override
        public void switchChangesOff() {}

        @Override
        public void findConnections(Consumer<List<Offer>> found) {
            found.accept(List.of(Offer.of("Elevate UK", "rest.elevate.example/v1", () -> switched.add("Elevate UK"))));
        }

        @Override
        public void switchTheme() {
            themeSwitches++;
        }

        @Override
        public void enlargeText() {
            textChanges.add("larger");
        }

        @Override
        public void shrinkText() {
            textChanges.add("smaller");
        }

        @Override
        public void resetText() {
            textChanges.add("usual");
        }
    };

    final StubApi api = new StubApi();
    final ManualTime time = new ManualTime();
    final TestServices services = TestServices.of(api, time);
    /** The steps asked for so far, which lead no further here. */
    final List<Action> requested = new ArrayList<>();
    /** How far the list has been read, for the board; unbind it to say otherwise. */
    final SimpleObjectProperty<ListState> boardRead = new SimpleObjectProperty<>(ListState.NOTHING);
    /** The connections switched to, which lead no further here. */
    final List<String> switched = new ArrayList<>();
    int themeSwitches;
    final List<String> textChanges = new ArrayList<>();
    int evidenceAsked;
    ShellViewModel model;
    ShellView view;
    Scene scene;

    @Override
    public void beforeEach(ExtensionContext test) {
        services.beforeEach(test);
    }

    /** Shows the window at its designed size with what is on the server. */
    void show(Stage stage, Connection connection, Consumer<StubApi> onServer) {
        Theme.loadFonts();
        onServer.accept(api);
        var messages = new Messages(Locale.UK);
        var formats = new Formats(Locale.UK, ZoneId.of("Europe/London"));
        var sentences = new Sentences(messages, formats);
        Executor now = Runnable::run;
        model = new ShellViewModel(connection, services.monitor(), services.contextProvider(), services.rate(),
                services.stalls(), services.notices(), services.noticeWords(messages, formats, sentences),
                services.list(RunKind.REGULAR), services.list(RunKind.ADHOC), () -> Access.CHANGES, false, messages,
                formats,
                time, now);
        var settings = new SettingsStore(Folders.within(Scratch.folder("shell")), time);
        List.of(model.regular(), model.adhoc()).forEach(list -> list.offerViews(new RunViews(list.kind(),
                settings.views(UUID.randomUUID(), RunListView.tableId(list.kind())), list.filters(), messages,
                new VirtualThreadTasks(new FxThread()))));
        var words = new ActivityWords(messages, formats, sentences, services.store()::find,
                services.referenceData()::currencyOf);
        RunDetailViewModel.ActionRequests requests = (action, _) -> requested.add(action);
        view = ShellView.create(model, services.detail(requests),
                services.detail(requests),
                new ActivityViewModel(services.activityLog(), words, messages, new VirtualThreadTasks(new FxThread()),
                        new FxThread()),
                words, messages,
                formats, sentences, time, new ReadOnlyObjectWrapper<>(Theme.LIGHT), commands);
        boardRead.bind(model.regularRead());
        view.controller().follow(services.board(new BoardViewModel.Source(boardRead, model.freshnessProperty(),
                model.readOnlyProperty(), model.environmentProperty(), model.regular()::refresh), messages, formats,
                sentences), new Fxml(messages.bundle()), formats, sentences);
        view.controller().follow(sentences, new VirtualThreadTasks(new FxThread()));
        model.onChange(new SignInState.SignedIn(Optional.of("billing.ops"), Optional.of(time.instant().plus(
                Duration.ofSeconds(761)))));
        scene = new Scene(view.root(), 1440, 900);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        // Tests share the stage, and the one before may have made it small.
        stage.setMaximized(false);
        stage.setWidth(1440);
        stage.setHeight(900);
        stage.sizeToScene();
        stage.show();
        model.open();
        view.controller().focusFirst();
    }

    /** Makes the window that large and waits until all in it has found its place. */
    void size(FxRobot robot, double width, double height) {
        robot.interact(() -> {
            var window = scene.getWindow();
            // A window that reaches beyond the screen breaks the toolkit's headless platform.
            window.setX(0);
            window.setY(0);
            window.setWidth(width);
            window.setHeight(height);
        });
        settle();
    }

    /** Waits until all has found its place. */
    void settle() {
        Frames.settle(scene);
    }

    /** A server as most have it at work. */
    static Connection production() {
        return new Connection("Elevate EU", ConnectionKind.PRODUCTION,
                URI.create("https://rest.elevatebilling.com/v1"));
    }
}
