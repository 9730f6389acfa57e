package org.billrunconsole;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import net.harawata.appdirs.AppDirsFactory;
import org.billrunconsole.api.ClientOptions;
import org.billrunconsole.api.TokenSource;
import org.billrunconsole.api.http.HttpApi;
import org.billrunconsole.desktop.DesktopNotices;
import org.billrunconsole.domain.Action;
import org.billrunconsole.domain.Connection;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.i18n.ActivityWords;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.runs.Desk;
import org.billrunconsole.runs.WriteResult;
import org.billrunconsole.sandbox.Sandbox;
import org.billrunconsole.sandbox.SandboxOptions;
import org.billrunconsole.sandbox.SandboxUser;
import org.billrunconsole.settings.Folders;
import org.billrunconsole.settings.SettingsStore;
import org.billrunconsole.ui.actions.ConfirmDialog;
import org.billrunconsole.ui.actions.ConfirmViewModel;
import org.billrunconsole.ui.activity.ActivityViewModel;
import org.billrunconsole.ui.kit.Fxml;
import org.billrunconsole.ui.kit.Theme;
import org.billrunconsole.ui.rundetail.RunDetailViewModel;
import org.billrunconsole.ui.runlist.RunListViewModel;
import org.billrunconsole.ui.shell.InterruptionsViewModel;
import org.billrunconsole.ui.shell.ShellView;
import org.billrunconsole.ui.shell.ShellViewModel;
import org.billrunconsole.work.FxThread;
import org.billrunconsole.work.SystemScheduler;
import org.billrunconsole.work.VirtualThreadTasks;

/** Puts the program together: the one place that knows every part. */
final class Wiring implements AutoCloseable {

    /** How long distribution is held back on a production connection after it was confirmed. */
    private static final int COOLING_SECONDS = 10;

    private final InstantSource clock = InstantSource.system();
    private final FxThread window = new FxThread();
    private final VirtualThreadTasks tasks = new VirtualThreadTasks(window);
    private final SystemScheduler scheduler = new SystemScheduler();
    private final Messages messages = new Messages(Locale.getDefault());
    private final Formats formats = new Formats(Locale.getDefault(), ZoneId.systemDefault());
    private final Sentences sentences = new Sentences(messages, formats);
    private final Optional<Sandbox> sandbox;
    private final Connection connection;
    private final Connected connected;
    private final Desk desk;
    private final ActivityViewModel activity;
    private final RememberedPreferences preferences;
    private final DesktopNotices desktop;
    private final InterruptionsViewModel interruptions;
    private final ShellViewModel shell;
    private Optional<ShellView> view = Optional.empty();

    private Wiring(CommandLine.Open options, Outside outside) {
        preferences = new RememberedPreferences(new SettingsStore(Folders.of(options.configDir()), clock), tasks);
        desktop = outside.desktop();
        sandbox = options.url().isPresent()
                ? Optional.empty()
                : Optional.of(Sandbox
                        .start(outside.sandbox().apply(SandboxOptions.defaults().withSpeed(options.sandboxSpeed()))));
        connection = options.url()
                .map(url -> new Connection(url.getHost(), ConnectionKind.PRODUCTION, url))
                .orElseGet(() -> new Connection(messages.get("connection.sandbox"), ConnectionKind.SANDBOX,
                        sandbox.orElseThrow().baseUri()));
        var token = sandbox.map(server -> server.token(SandboxUser.OPERATOR))
                .orElseGet(() -> outside.environment().apply(CommandLine.TOKEN_VARIABLE).orElse(""));
        var claims = HttpApi.claims(token);
        connected = new Connected(connection, ClientOptions.of(connection.base()), TokenSource.fixed(token),
                () -> claims.user().orElse(""), dataFolder(options).resolve("journal").resolve(folderName()),
                options.readOnly(), connection.kind() == ConnectionKind.SANDBOX, scheduler, clock,
                ZoneId.systemDefault(), () -> PreferredLimits.of(preferences.now()));
        desk = connected.desk();
        activity = new ActivityViewModel(desk.activities(), new ActivityWords(messages, formats, sentences), messages,
                tasks, window);
        shell = new ShellViewModel(connection, desk, list(RunKind.REGULAR), list(RunKind.ADHOC),
                new ShellViewModel.Session(claims.user(), claims.expires()), messages, formats, sentences, clock,
                tasks, window);
        interruptions = new InterruptionsViewModel(desk, shell.environment(), preferences, desktop, messages, formats,
                sentences, tasks);
    }

    /** Starts everything that needs no window. */
    static Wiring start(CommandLine.Open options, Outside outside) {
        var wiring = new Wiring(options, outside);
        wiring.sandbox.ifPresent(server -> wiring.connected.concludeLost(server.began()));
        // Runs whose last write nobody answered for are locked before anybody can click.
        wiring.connected.resumeOpen();
        wiring.activity.load();
        return wiring;
    }

    ShellViewModel shell() {
        return shell;
    }

    InterruptionsViewModel interruptions() {
        return interruptions;
    }

    Desk desk() {
        return desk;
    }

    /** The server the program runs by itself. */
    Sandbox sandbox() {
        return sandbox.orElseThrow();
    }

    /** Makes the main window's content; on the window's thread. */
    ShellView window() {
        var made = ShellView.create(shell, detail(), detail(), activity, messages, formats, sentences, clock,
                Theme.LIGHT);
        made.controller().follow(interruptions);
        view = Optional.of(made);
        return made;
    }

    @Override
    public void close() {
        interruptions.close();
        desktop.close();
        connected.close();
        scheduler.close();
        sandbox.ifPresent(Sandbox::close);
    }

    private static Path dataFolder(CommandLine.Open options) {
        return options.configDir()
                .orElseGet(() -> Path.of(AppDirsFactory.getInstance()
                        .getUserDataDir("BillRunConsole", null, null)));
    }

    private String folderName() {
        return connection.kind() == ConnectionKind.SANDBOX ? "sandbox"
                : connection.address().replaceAll("[^A-Za-z0-9.-]+", "_");
    }

    private RunListViewModel list(RunKind kind) {
        return new RunListViewModel(kind, desk, tasks, window, clock);
    }

    private RunDetailViewModel detail() {
        return new RunDetailViewModel(desk, tasks, window, this::confirm);
    }

    private void over(Run run, WriteResult result) {
        desk.monitor().tickNow();
        if (result instanceof WriteResult.Unknown) {
            shell.outcomeUnknown(run.label());
        }
    }

    private void confirm(Action action, Run shown) {
        var dialog = new ConfirmDialog(new Fxml(messages.bundle()), messages, formats, sentences);
        var model = new ConfirmViewModel(action, shown, connection, desk, tasks,
                connection.kind() == ConnectionKind.PRODUCTION ? COOLING_SECONDS : 0, result -> over(shown, result));
        view.ifPresent(made -> dialog.show(model, made.modal()));
    }
}
