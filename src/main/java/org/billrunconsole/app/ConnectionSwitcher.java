package org.billrunconsole.app;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.journal.format.JournalException;
import org.billrunconsole.sandbox.Sandbox;
import org.billrunconsole.sandbox.api.SandboxOptions;
import org.billrunconsole.session.ConnectionTest;
import org.billrunconsole.session.tls.CaFileException;
import org.billrunconsole.settings.ConnectionProfile;
import org.billrunconsole.settings.LayoutMemory;
import org.billrunconsole.settings.Preferences;
import org.billrunconsole.settings.Preferences.ThemeChoice;
import org.billrunconsole.settings.policy.MachinePolicy;
import org.billrunconsole.support.Diagnostics;
import org.billrunconsole.ui.connect.ConnectionWords;
import org.billrunconsole.ui.connect.ConnectionsDialog;
import org.billrunconsole.ui.connect.ConnectionsViewModel;
import org.billrunconsole.ui.connect.WelcomeView;
import org.billrunconsole.ui.evidence.EvidenceDialog;
import org.billrunconsole.ui.kit.Tone;
import org.billrunconsole.ui.kit.command.Offer;
import org.billrunconsole.ui.settings.DiagnosticsViewModel;
import org.billrunconsole.ui.settings.SettingsDialog;
import org.billrunconsole.ui.settings.SettingsViewModel;
import org.billrunconsole.ui.shell.ShellCommands;
import org.billrunconsole.ui.shell.ShellView;
import org.billrunconsole.ui.shell.ShellViewModel;
import org.billrunconsole.updates.ProductVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The composition root: builds the program and switches it from one connection to another. */
public final class ConnectionSwitcher implements AutoCloseable, ShellCommands {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionSwitcher.class);

    private final AppContext appContext;
    private final ConnectionSessionFactory sessionFactory;
    private ConnectionSession connectionSession;
    private Optional<RuntimeException> troubleAtStart = Optional.empty();
    private Optional<MainWindow> window = Optional.empty();
    private final Optional<RunKey> firstRun;
    private boolean addressRefused;
    private boolean switching;
    private boolean inFront = true;

    private ConnectionSwitcher(CommandLine.Open options, PlatformServices platform) {
        firstRun = options.run();
        appContext = AppContext.start(options.configDir(), platform);
        sessionFactory = new ConnectionSessionFactory(appContext, () -> Sandbox.start(platform.sandbox()
                .apply(SandboxOptions.defaults().withSpeed(options.sandboxSpeed()))), options.readOnly());
        try {
            connectionSession = openFirst(options);
        } catch (RuntimeException | Error e) {
            // Nobody will close what nobody got.
            sessionFactory.close();
            appContext.close();
            throw e;
        }
    }

    /** Starts everything that needs no window. */
    public static ConnectionSwitcher start(CommandLine.Open options, PlatformServices platform) {
        return new ConnectionSwitcher(options, platform);
    }

    public ShellViewModel shell() {
        return connectionSession.shell();
    }

    /** The window's content once it is made, for tests of what ends in a dialog of the operating system. */
    public Optional<ShellView> view() {
        return connectionSession.view();
    }

    /** What belongs to the present connection, for tests that look behind the window. */
    public ConnectionServices services() {
        return connectionSession.services();
    }

    public Preferences preferences() {
        return appContext.preferences().now();
    }

    /** Whether the operator sees the window. */
    public void setInFront(boolean now) {
        inFront = now;
        connectionSession.interruptions().setInFront(now);
    }

    /** The server the program runs by itself. */
    public Sandbox sandbox() {
        return sessionFactory.sandbox();
    }

    public Diagnostics diagnostics() {
        return new Diagnostics(appContext.version(), appContext.settings(), appContext.policy(), appContext.logs(),
                connectionSession::requestTimes);
    }

    /** Fills the window; on its thread. */
    public void open(MainWindow made) {
        made.stage().setTitle(appContext.messages().get("app.name"));
        window = Optional.of(made);
        // The lists are on their way while the window is made, so that it opens with rows in it.
        connectionSession.shell().open();
        connectionSession.remembered().window().ifPresent(made::place);
        show(made);
        troubleAtStart.ifPresent(this::tellNotOpened);
        tellOfPolicy();
        tellOfSettings();
        tellWhatCannotBeKept(appContext.troubles());
        firstRun.ifPresent(connectionSession::follow);
        welcome();
        appContext.updates().begin(newer -> appContext.window().execute(() -> tellOfUpdate(newer)));
    }

    // ---- Commands of the window's frame

    @Override
    public void showConnections() {
        withConnections(_ -> {});
    }

    @Override
    public void showSettings() {
        var model = new SettingsViewModel(preferences(), appContext.settings(), appContext.tasks(), this::follow);
        connectionSession.modal().ifPresent(over -> settingsDialog().show(model, this::showDiagnostics, over));
    }

    @Override
    public void showDiagnostics() {
        connectionSession.modal().ifPresent(over -> settingsDialog().show(new DiagnosticsViewModel(diagnostics(),
                appContext.tasks()), over));
    }

    @Override
    public void verifyEvidence() {
        evidence().verify();
    }

    /** Makes and verifies packs of evidence. */
    public EvidenceDialog evidence() {
        return connectionSession.evidence();
    }

    @Override
    public void signIn() {
        connectionSession.signInAgain();
    }

    @Override
    public void switchChangesOn() {
        connectionSession.switchChangesOn();
    }

    @Override
    public void switchChangesOff() {
        connectionSession.switchChangesOff();
    }

    @Override
    public void findConnections(Consumer<List<Offer>> found) {
        var open = connectionSession.profile();
        appContext.tasks().run("find the connections", () -> Stream.concat(sessionFactory.offeredSandbox().stream(),
                sessionFactory.known().stream()).distinct().toList(),
                known -> found.accept(known.stream().map(profile -> offer(profile, open)).toList()),
                e -> LOG.warn("The connections could not be read: {}", e.toString()));
    }

    private Offer offer(ConnectionProfile profile, ConnectionProfile open) {
        return new Offer(profile.name(), profile.connection().address(), sessionFactory.isSame(profile, open)
                ? Optional.of(appContext.messages().get("search.connection.open"))
                : Optional.empty(), () -> switchTo(profile));
    }

    @Override
    public void switchTheme() {
        window.ifPresent(made -> save(before -> before.withTheme(
                made.themeProperty().get().isDark() ? ThemeChoice.LIGHT : ThemeChoice.DARK)));
    }

    @Override
    public void enlargeText() {
        save(Preferences::withLargerText);
    }

    @Override
    public void shrinkText() {
        save(Preferences::withSmallerText);
    }

    @Override
    public void resetText() {
        save(Preferences::withUsualText);
    }

    @Override
    public void close() {
        remember(connectionSession, layout());
        window.ifPresent(MainWindow::close);
        connectionSession.close();
        sessionFactory.close();
        appContext.close();
    }

    // ---- Connections

    private ConnectionSession openFirst(CommandLine.Open options) {
        var asked = options.url().map(sessionFactory::named).flatMap(appContext.connections()::admitted);
        addressRefused = options.url().isPresent() && asked.isEmpty();
        var profile = asked
                .or(() -> appContext.settings().lastConnection().flatMap(id -> sessionFactory.known()
                        .stream()
                        .filter(known -> known.id().equals(id))
                        .findFirst()))
                .orElseGet(sessionFactory::home);
        try {
            return sessionFactory.open(profile);
        } catch (CaFileException | JournalException e) {
            LOG.warn("The connection of last time cannot be opened: {}", e.getMessage());
            troubleAtStart = Optional.of(e);
            return sessionFactory.openInstead(profile, e);
        }
    }

    private void withConnections(Consumer<ConnectionsViewModel> then) {
        appContext.tasks().run("read the connections", sessionFactory::known, known -> {
            var model = new ConnectionsViewModel(sessionFactory.offeredSandbox(), known, appContext.connections(),
                    appContext.secrets(), new ConnectionTest(appContext.sessions()), connectionSession.profile().id(),
                    appContext.tasks(),
                    appContext.sessions()::handOver, this::switchTo);
            connectionSession.modal().ifPresent(over -> new ConnectionsDialog(appContext.fxml(), appContext.messages(),
                    appContext.formats(), appContext.sentences()).show(model, over));
            then.accept(model);
        }, e -> LOG.error("The connections could not be read", e));
    }

    private void switchTo(ConnectionProfile profile) {
        if (switching || sessionFactory.isSame(profile, connectionSession.profile())) {
            appContext.sessions().forgetHandedOver();
            return;
        }
        switching = true;
        appContext.tasks().run("open a connection", () -> sessionFactory.open(profile), next -> {
            switching = false;
            moveTo(next);
        }, e -> {
            switching = false;
            appContext.sessions().forgetHandedOver();
            LOG.warn("A connection cannot be opened: {}", e.getMessage());
            tellNotOpened(e);
        });
    }

    private void moveTo(ConnectionSession next) {
        var left = connectionSession;
        var layout = layout();
        connectionSession = next;
        next.interruptions().setInFront(inFront);
        connectionSession.shell().open();
        window.ifPresent(this::show);
        tellWhatCannotBeKept(List.of());
        appContext.tasks().run("leave a connection", () -> {
            left.close();
            remember(left, layout);
            appContext.settings().saveLastConnection(next.profile().id());
            return next;
        }, _ -> {}, e -> LOG.warn("The connection that is open could not be remembered: {}", e.toString()));
    }

    private void show(MainWindow made) {
        var view = connectionSession.show(made.themeProperty(), this);
        made.show(view);
        view.controller().focusFirst();
        if (appContext.policy() instanceof MachinePolicy.Broken(var fault)) {
            view.controller().tellPolicyFault(appContext.policyWords().broken(fault));
        }
        connectionSession.shown();
    }

    private Optional<LayoutMemory> layout() {
        return window.flatMap(made -> connectionSession.layout(Optional.of(made.bounds())));
    }

    /** Keeps how the window was left on a connection; blocks on the disk. */
    private void remember(ConnectionSession left, Optional<LayoutMemory> layout) {
        layout.ifPresent(now -> {
            try {
                appContext.settings().save(left.profile().id(), now);
            } catch (IOException e) {
                LOG.warn("How the window looks could not be remembered: {}", e.toString());
            }
        });
    }

    // ---- Preferences

    private void follow(Preferences now) {
        appContext.preferences().follow(now);
        window.ifPresent(made -> made.follow(now));
        connectionSession.interruptions().choicesChanged();
    }

    private void save(UnaryOperator<Preferences> change) {
        appContext.preferences().change(change);
        window.ifPresent(made -> made.follow(preferences()));
    }

    private SettingsDialog settingsDialog() {
        return new SettingsDialog(appContext.fxml(), appContext.messages(),
                appContext.policyWords().rules(appContext.policy()));
    }

    // ---- What the operator is told

    private void welcome() {
        // Where nobody may add a connection there is nothing to invite to.
        if (preferences().welcomed() || !appContext.connections().mayAdd()
                || !connectionSession.profile().id().equals(ConnectionProfile.SANDBOX_ID)) {
            return;
        }
        connectionSession.welcome(new WelcomeView(appContext.fxml()), () -> withConnections(ConnectionsViewModel::add),
                () -> save(Preferences::withWelcomed));
    }

    private void tellNotOpened(Exception e) {
        var words = new ConnectionWords(appContext.messages(), appContext.formats(), appContext.sentences());
        connectionSession.shell().tell(appContext.messages().get("connect.not-opened.title"), words.notOpened(e),
                Tone.DANGER);
    }

    private void tellWhatCannotBeKept(List<StartTrouble> troubles) {
        var journal = connectionSession.missingJournal();
        if (journal.isPresent() || !troubles.isEmpty()) {
            var words = new StartWords(appContext.messages());
            connectionSession.shell().tell(words.title(journal), words.text(journal, troubles),
                    journal.isPresent() ? Tone.DANGER : Tone.WARNING);
        }
    }

    private void tellOfUpdate(ProductVersion newer) {
        if (preferences().notices()) {
            connectionSession.shell()
                    .tell(appContext.messages().get("update.title", newer.text()),
                            appContext.messages().get("update.text"),
                            Tone.ACCENT);
        }
    }

    private void tellOfPolicy() {
        if (addressRefused) {
            connectionSession.shell()
                    .tell(appContext.messages().get("managed.address-refused.title"),
                            appContext.messages().get("managed.address-refused.text"), Tone.DANGER);
        }
    }

    private void tellOfSettings() {
        if (!appContext.troubles().isEmpty()) {
            // Said with all that cannot be kept.
            return;
        }
        appContext.settings()
                .notices()
                .forEach(notice -> connectionSession.shell()
                        .tell(appContext.messages().get("preferences.notice.title"),
                                new ConnectionWords(appContext.messages(), appContext.formats(), appContext.sentences())
                                        .notice(notice),
                                Tone.WARNING));
    }
}
