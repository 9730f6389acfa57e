package org.billrunconsole.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atlantafx.base.controls.ModalPane;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.billrunconsole.api.TokenClaims;
import org.billrunconsole.domain.Connection;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.FailureException;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.session.ApiClients;
import org.billrunconsole.session.ConnectionTest;
import org.billrunconsole.session.Sessions;
import org.billrunconsole.session.SignIn;
import org.billrunconsole.session.SignInState;
import org.billrunconsole.session.SignInState.NeedsSignIn;
import org.billrunconsole.session.SignInState.Reason;
import org.billrunconsole.session.SignInState.SignedOut;
import org.billrunconsole.session.TestResult;
import org.billrunconsole.session.tls.TrustRefusal;
import org.billrunconsole.settings.Advanced;
import org.billrunconsole.settings.ConnectionProfile;
import org.billrunconsole.settings.Folders;
import org.billrunconsole.settings.ProxyChoice;
import org.billrunconsole.settings.SettingsStore;
import org.billrunconsole.settings.SignInMode;
import org.billrunconsole.settings.policy.KnownConnections;
import org.billrunconsole.settings.policy.ManagedConnection;
import org.billrunconsole.settings.policy.Policy;
import org.billrunconsole.settings.secrets.MemorySecretStore;
import org.billrunconsole.settings.secrets.SecretStore;
import org.billrunconsole.settings.secrets.SecretStore.Key;
import org.billrunconsole.testkit.DialogSizes;
import org.billrunconsole.testkit.Frames;
import org.billrunconsole.testkit.InlineTasks;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.Nodes;
import org.billrunconsole.testkit.Pictures;
import org.billrunconsole.testkit.Secrets;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.testkit.StubApi;
import org.billrunconsole.ui.kit.Fxml;
import org.billrunconsole.ui.kit.Theme;
import org.billrunconsole.ui.kit.dialog.ModalCard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class ConnectFxTest {

    @TempDir
    private Path folder;

    private final Messages messages = new Messages(Locale.UK);
    private final Formats formats = new Formats(Locale.UK, ZoneId.of("Europe/London"));
    private final Sentences sentences = new Sentences(messages, formats);
    private final Fxml fxml = new Fxml(messages.bundle());
    private final StubApi api = new StubApi();
    private final MemorySecretStore secrets = new MemorySecretStore();
    private final ManualTime time = new ManualTime();
    private final List<ConnectionProfile> opened = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private Supplier<String> server = () -> Secrets.TOKEN;
    private final Sessions sessions = new Sessions(new ApiClients((_, _) -> api, _ -> (_, _, _) -> server.get(),
            _ -> new TokenClaims(Optional.of("billing.ops"), Optional.empty())), secrets, Optional::empty, time, time,
            "Test");
    private final ConnectionProfile sandbox = new ConnectionProfile(ConnectionProfile.SANDBOX_ID, "Practice",
            ConnectionKind.SANDBOX, URI.create("http://127.0.0.1:8080/v1"), "", "", SignInMode.TOKEN, false, "",
            Optional.empty(), new ProxyChoice.None(),
            Advanced.DEFAULT);
    private final ConnectionProfile production = ConnectionProfile.create("Elevate EU", ConnectionKind.PRODUCTION, URI
            .create("https://rest.elevatebilling.com/v1")).withSignIn(SignInMode.PASSWORD, "acme", "billing.ops");
    private ModalPane modal;
    private Scene scene;
    private SettingsStore settings;

    @Start
    void start(Stage stage) throws Exception {
        Theme.loadFonts();
        settings = new SettingsStore(Folders.within(folder), InstantSource.system());
        settings.save(production);
        settings.save(ConnectionProfile.create("Staging with a rather long name", ConnectionKind.TEST, URI.create(
                "https://staging.internal.example.com:8443/billing/v1")));
        modal = new ModalPane();
        scene = new Scene(new StackPane(new StackPane(), modal), 1100, 760);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    private ConnectionsViewModel connections() {
        return connections(secrets);
    }

    private ConnectionsViewModel connections(SecretStore keys) {
        return new ConnectionsViewModel(Optional.of(sandbox), settings.profiles(),
                new KnownConnections(settings, Policy.NONE), keys, new ConnectionTest(sessions),
                ConnectionProfile.SANDBOX_ID, new InlineTasks(), sessions::handOver, opened::add);
    }

    private void show(FxRobot robot, ConnectionsViewModel model) {
        robot.interact(() -> new ConnectionsDialog(fxml, messages, formats, sentences).show(model, modal));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void picture(FxRobot robot, String name) {
        // On a busy machine the card has not found its width by the first frame.
        Frames.settle(scene);
        robot.interact(() -> Pictures.take(scene, name));
    }

    private static String text(FxRobot robot, String query) {
        return Nodes.visible(robot, query, Label.class).getText();
    }

    private ConnectionsViewModel managed(boolean sandboxOff, boolean only, boolean locked) {
        var policy = new Policy(false, sandboxOff, List.of(new ManagedConnection(production.withUser(""), locked)),
                only, Optional.of(new ProxyChoice.Manual("proxy.example", 3128, Optional.empty())),
                Optional.of(folder.resolve("all.pem").toAbsolutePath()), false, Optional.empty());
        var known = new KnownConnections(settings, policy);
        return new ConnectionsViewModel(sandboxOff ? Optional.empty() : Optional.of(sandbox), known.all(), known,
                secrets, new ConnectionTest(sessions), ConnectionProfile.SANDBOX_ID, new InlineTasks(),
                sessions::handOver, opened::add);
    }

    @Test
    void ofALockedConnectionOnlyTheUserIsAPersonsOwn(FxRobot robot) {
        var model = managed(true, true, true);
        show(robot, model);
        assertThat(model.stateProperty().get()).isEqualTo(ConnectionsViewModel.State.LOCKED);
        assertThat(robot.lookup("#connectionList").queryListView().getItems()).hasSize(1);
        for (var field : List.of("#connectionName", "#kind", "#address", "#signInMode", "#brand", "#readOnly",
                "#currency", "#caFile", "#caFileChoose", "#proxyMode", "#reopenPatch", "#guard", "#callSeconds")) {
            assertThat(robot.lookup("#connectionsDialog " + field).query().isDisabled()).as(field).isTrue();
        }
        assertThat(robot.lookup("#addButton").query().isDisabled()).isTrue();
        assertThat(Nodes.find(robot, "#removeButton", Button.class)).isEmpty();
        robot.interact(() -> Nodes.visible(robot, "#connectionsDialog #user", TextField.class).setText("anna"));
        picture(robot, "connections-locked");
        robot.interact(() -> Nodes.visible(robot, "#openButton", Button.class).fire());
        assertThat(opened).singleElement().isEqualTo(production.withUser("anna"));
        assertThat(settings.user(production.id())).contains("anna");
    }

    @Test
    void whatIsSetForAllIsShownInAnOwnConnectionAndHoldsThere(FxRobot robot) {
        var model = managed(false, false, true);
        show(robot, model);
        robot.interact(model::add);
        robot.interact(() -> {
            model.form().name.set("Mine");
            model.form().address.set("https://mine.example.com/v1");
            model.form().user.set("anna");
        });
        picture(robot, "connections-set-for-all");
        for (var field : List.of("#caFile", "#caFileChoose", "#proxyMode", "#proxyHost", "#proxyPort")) {
            assertThat(robot.lookup("#connectionsDialog " + field).query().isDisabled()).as(field).isTrue();
        }
        // As if the window had let it through.
        robot.interact(() -> model.form().proxyMode.set(ConnectionForm.ProxyMode.NONE));
        robot.interact(() -> Nodes.visible(robot, "#saveButton", Button.class).fire());
        var saved = settings.profiles().getLast();
        assertThat(saved.name()).isEqualTo("Mine");
        assertThat(saved.proxy()).isEqualTo(new ProxyChoice.Manual("proxy.example", 3128, Optional.empty()));
        assertThat(saved.caFile()).contains(folder.resolve("all.pem").toAbsolutePath());
    }

    @Test
    void theServerOfALockedConnectionIsNotTakenForAnother(FxRobot robot) {
        var model = managed(false, false, true);
        show(robot, model);
        robot.interact(model::add);
        robot.interact(() -> {
            model.form().name.set("Around it");
            model.form().address.set("https://rest.elevatebilling.com/v2");
            model.form().user.set("anna");
        });
        assertThat(model.problemProperty().get()).contains(ConnectionForm.Problem.SERVER_RESERVED);
        assertThat(text(robot, "#problem")).contains("administrator");
        assertThat(robot.lookup("#testButton").query().isDisabled()).isTrue();
        assertThat(robot.lookup("#saveButton").query().isDisabled()).isTrue();
    }

    @Test
    void theSandboxIsAlwaysThereAndCannotBeChanged(FxRobot robot) {
        var model = connections();
        show(robot, model);
        picture(robot, "connections-sandbox");
        ListView<?> list = robot.lookup("#connectionList").query();
        assertThat(list.getItems()).hasSize(3);
        assertThat(robot.lookup("#formBox").query().isVisible()).isFalse();
        robot.interact(() -> Nodes.visible(robot, "#openButton", Button.class).fire());
        assertThat(opened).containsExactly(sandbox);
        assertThat(modal.isDisplay()).isFalse();
    }

    @Test
    void escGoesBackFromTheListToo(FxRobot robot) {
        var model = connections();
        show(robot, model);
        robot.interact(robot.lookup("#connectionList").query()::requestFocus);
        robot.type(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(modal.isDisplay()).isFalse();
        assertThat(opened).isEmpty();
    }

    @Test
    void aConnectionIsTestedInWordsAndSavedWithItsPasswordInTheKeyStore(FxRobot robot) throws Exception {
        var model = connections();
        show(robot, model);
        robot.interact(() -> model.choose(production));
        picture(robot, "connections-form");
        assertThat(robot.lookup("#secret").queryAs(TextField.class).getText()).isEmpty();
        robot.interact(() -> robot.lookup("#secret").queryAs(TextField.class).setText(Secrets.PASSWORD));
        robot.interact(() -> Nodes.visible(robot, "#testButton", Button.class).fire());
        assertThat(text(robot, "#result")).startsWith("It works: signed in as billing.ops");
        picture(robot, "connections-works");
        api.fail(new Failure.Forbidden(StubApi.exchange(), Failure.ServerWords.NONE));
        robot.interact(model::test);
        assertThat(text(robot, "#result")).contains("may not see bill runs");
        robot.interact(() -> Nodes.visible(robot, "#saveButton", Button.class).fire());
        assertThat(secrets.find(Key.signIn(production))).contains(Secrets.PASSWORD.toCharArray());
        assertThat(robot.lookup("#secret").queryAs(TextField.class).getText()).isEmpty();
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file))
                            .doesNotContain(Secrets.MARK));
        }
    }

    @Test
    void keepingAPasswordIsOfferedOnlyWhereThereIsAKeyStore(FxRobot robot) {
        var with = connections();
        show(robot, with);
        robot.interact(() -> with.choose(production));
        assertThat(robot.lookup("#remember").query().isVisible()).isTrue();
        robot.interact(with::close);
        var without = connections(new NoKeyStore());
        show(robot, without);
        robot.interact(() -> without.choose(production));
        assertThat(robot.lookup("#remember").query().isVisible()).isFalse();
        robot.interact(() -> without.form().secret.set(Secrets.PASSWORD));
        robot.interact(without::save);
        assertThat(without.troubleProperty().get()).as("nothing was wished for that was not done").isEmpty();
    }

    @Test
    void aPasswordThatWasTypedIsNotAskedForAgainWhenTheConnectionIsOpened(FxRobot robot) {
        var model = connections(new NoKeyStore());
        show(robot, model);
        robot.interact(() -> model.choose(production));
        robot.interact(() -> model.form().secret.set(Secrets.PASSWORD));
        robot.interact(model::saveAndOpen);
        assertThat(opened).extracting(ConnectionProfile::id).containsExactly(production.id());
        try (var signIn = sessions.signIn(production, sessions.options(production))) {
            assertThat(signIn.current()).isEqualTo(Secrets.TOKEN);
        }
        try (var next = sessions.signIn(production, sessions.options(production))) {
            var call = CompletableFuture.supplyAsync(next::current);
            await().until(() -> next.state() instanceof SignInState.NeedsSignIn);
            assertThat(call).as("it was handed over once").isNotDone();
        }
    }

    @Test
    void aPasswordKeptForOneServerIsForgottenWhenTheAddressIsEditedToAnother(FxRobot robot) {
        var key = Key.signIn(production);
        secrets.keep(key, Secrets.PASSWORD.toCharArray());
        var model = connections();
        show(robot, model);
        robot.interact(() -> model.choose(production));
        robot.interact(() -> model.form().address.set("https://REST.elevatebilling.com:443/v1/"));
        robot.interact(model::save);
        assertThat(secrets.find(key)).as("the same server, written otherwise").isPresent();
        robot.interact(() -> model.form().address.set("https://rest.elevatebilling.example/v1"));
        robot.interact(model::save);
        assertThat(secrets.find(key)).isEmpty();
    }

    /** A computer on which nothing can be kept. */
    private static final class NoKeyStore implements SecretStore {

        @Override
        public boolean isAvailable() {
            return false;
        }

        @Override
        public Optional<char[]> find(Key key) {
            return Optional.empty();
        }

        @Override
        public Answer ask(Key key) {
            return new Answer.Unknown();
        }

        @Override
        public boolean keep(Key key, char[] secret) {
            return false;
        }

        @Override
        public void forget(Key key) {}
    }

    @Test
    void anUntrustedIssuerIsNamedInWords(FxRobot robot) {
        var words = new ConnectionWords(messages, formats, sentences);
        assertThat(words.result(new TestResult.NotTrusted(
                new TrustRefusal.UnknownIssuer("Acme CA")))).contains("“Acme CA”",
                        "Certificates");
        var model = connections();
        show(robot, model);
        robot.interact(() -> model.choose(production));
        robot.interact(model::test);
        assertThat(text(robot, "#result")).contains("nothing to sign in with");
        picture(robot, "connections-trouble");
    }

    @Test
    void whatIsMissingIsSaidAndANewConnectionIsAddedAndRemoved(FxRobot robot) {
        var model = connections();
        show(robot, model);
        robot.interact(() -> robot.lookup("#addButton").queryAs(Button.class).fire());
        assertThat(text(robot, "#problem")).isEqualTo("Give it a name of 1 to 60 characters.");
        assertThat(robot.lookup("#saveButton").queryButton().isDisabled()).isTrue();
        robot.interact(() -> {
            model.form().name.set("Elevate EU");
            model.form().address.set("http://other.example/v1");
        });
        assertThat(text(robot, "#problem")).isEqualTo("Another connection has this name.");
        robot.interact(() -> model.form().name.set("New"));
        assertThat(text(robot, "#problem")).startsWith("The address has to begin with https");
        picture(robot, "connections-new");
        robot.interact(() -> {
            model.form().address.set("https://other.example/v1/");
            model.form().kind.set(ConnectionKind.PRODUCTION);
            model.form().user.set("me");
        });
        assertThat(model.form().readOnly.get()).isTrue();
        robot.interact(model::save);
        assertThat(settings.profiles()).hasSize(3).last().satisfies(added -> {
            assertThat(added.base()).isEqualTo(URI.create("https://other.example/v1"));
            assertThat(added.readOnly()).isTrue();
        });
        robot.interact(model::remove);
        assertThat(settings.profiles()).hasSize(2);
        assertThat(model.stateProperty().get()).isEqualTo(ConnectionsViewModel.State.FIXED);
    }

    private SignIn asked(ConnectionProfile profile) {
        var signIn = sessions.signIn(profile, sessions.options(profile));
        Thread.ofVirtual().start(() -> {
            try {
                signIn.current();
            } catch (FailureException _) {
                // Given up, which is what some tests do.
            }
        });
        Awaitility.await().until(() -> signIn.state() instanceof NeedsSignIn);
        return signIn;
    }

    private SignInViewModel signingIn(FxRobot robot, ConnectionProfile profile, SignIn signIn, Reason reason) {
        var model = new SignInViewModel[1];
        robot.interact(() -> {
            model[0] = new SignInViewModel(profile, signIn, reason, names::add, new InlineTasks(), Runnable::run);
            new SignInDialog(fxml, messages, sentences).show(model[0], modal);
        });
        WaitForAsyncUtils.waitForFxEvents();
        return model[0];
    }

    @Test
    void whoSignsInToAConnectionForEverybodyIsAskedToo(FxRobot robot) {
        var forAll = production.withUser("");
        try (var signIn = asked(forAll)) {
            signingIn(robot, forAll, signIn, Reason.NOTHING_GIVEN);
            robot.interact(() -> Nodes.visible(robot, "#secret", TextField.class).setText(Secrets.PASSWORD));
            assertThat(Nodes.visible(robot, "#signInButton", Button.class).isDisabled()).isTrue();
            robot.interact(() -> Nodes.visible(robot, "#signInDialog #user", TextField.class).setText("anna"));
            picture(robot, "sign-in-user");
            robot.interact(() -> Nodes.visible(robot, "#signInButton", Button.class).fire());
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(names).containsExactly("anna");
            assertThat(modal.isDisplay()).isFalse();
        }
    }

    @Test
    void aFaultOfTheProgramWhileSigningInIsSaidAndCanBeTriedAgainOrLeft(FxRobot robot) {
        try (var signIn = asked(production)) {
            var model = signingIn(robot, production, signIn, Reason.NOTHING_GIVEN);
            server = () -> {
                throw new NoClassDefFoundError("planted");
            };
            robot.interact(() -> model.secretProperty().set(Secrets.PASSWORD));
            robot.interact(() -> robot.lookup("#signInButton").queryButton().fire());
            assertThat(text(robot, "#error")).startsWith("Something went wrong in this console itself.");
            assertThat(robot.lookup("#cancelButton").queryButton().isDisabled()).isFalse();
            server = () -> Secrets.TOKEN;
            robot.interact(() -> robot.lookup("#signInButton").queryButton().fire());
            assertThat(modal.isDisplay()).isFalse();
            assertThat(signIn.current()).isEqualTo(Secrets.TOKEN);
        }
    }

    @Test
    void aFaultOfTheProgramWhileAConnectionIsTriedIsSaid(FxRobot robot) {
        var model = connections();
        show(robot, model);
        robot.interact(() -> model.choose(production));
        robot.interact(() -> model.form().secret.set(Secrets.PASSWORD));
        server = () -> {
            throw new NoClassDefFoundError("planted");
        };
        robot.interact(model::test);
        assertThat(text(robot, "#result")).startsWith("Something went wrong in this console itself.");
    }

    @Test
    void aWrongPasswordIsSaidAndARightOneCloses(FxRobot robot) {
        try (var signIn = asked(production)) {
            var model = signingIn(robot, production, signIn, Reason.NOTHING_GIVEN);
            picture(robot, "sign-in");
            server = () -> {
                throw new FailureException(new Failure.Unauthorised(StubApi.exchange()));
            };
            robot.interact(() -> model.secretProperty().set(Secrets.PASSWORD));
            robot.interact(() -> robot.lookup("#signInButton").queryButton().fire());
            assertThat(text(robot, "#error")).startsWith("The server did not accept this password");
            assertThat(model.secretProperty().get()).isEmpty();
            picture(robot, "sign-in-refused");
            server = () -> {
                throw new FailureException(new Failure.NotFound(StubApi.exchange()));
            };
            robot.interact(() -> model.secretProperty().set(Secrets.PASSWORD));
            robot.interact(model::submit);
            assertThat(text(robot, "#error")).startsWith("This is not an Elevate address");
            picture(robot, "sign-in-wrong-address");
            server = () -> Secrets.TOKEN;
            robot.interact(() -> model.secretProperty().set(Secrets.PASSWORD));
            robot.interact(model::submit);
            assertThat(model.stateProperty().get()).isEqualTo(SignInViewModel.State.CLOSED);
            assertThat(modal.isDisplay()).isFalse();
            assertThat(signIn.current()).isEqualTo(Secrets.TOKEN);
        }
    }

    @Test
    void aDialogThatWasOpenComesBackWithWhatWasTyped(FxRobot robot) {
        var typed = new TextField("Nov 2026 Bus");
        var token = production.withSignIn(SignInMode.TOKEN, "", "");
        robot.interact(() -> ModalCard.show(new VBox(typed), modal, () -> typed));
        try (var signIn = asked(token)) {
            var model = signingIn(robot, token, signIn, Reason.TOKEN_OVER);
            picture(robot, "sign-in-token");
            robot.interact(() -> model.secretProperty().set("Bearer " + Secrets.TOKEN));
            robot.interact(model::submit);
            assertThat(typed.getScene()).isSameAs(scene);
            assertThat(modal.isDisplay()).isTrue();
            assertThat(typed.getText()).isEqualTo("Nov 2026 Bus");
        }
    }

    @Test
    void theButtonsAreInViewInEveryWindow(FxRobot robot) {
        var model = connections();
        show(robot, model);
        robot.interact(model::add);
        DialogSizes.look(scene, "size-connections-new", "cancelButton", "testButton", "saveButton", "openButton");
        robot.push(KeyCode.ESCAPE);
        try (var signIn = asked(production)) {
            signingIn(robot, production, signIn, Reason.TOKEN_OVER);
            DialogSizes.look(scene, "size-sign-in", "secret", "cancelButton", "signInButton");
        }
    }

    @Test
    void theListAndTheResultOfATestFitIntoEveryWindow(FxRobot robot) {
        var model = connections();
        show(robot, model);
        DialogSizes.look(scene, "size-connections", "connectionList", "addButton", "cancelButton",
                "openButton");
        robot.interact(() -> model.choose(production));
        robot.interact(() -> model.form().secret.set(Secrets.PASSWORD));
        robot.interact(model::test);
        DialogSizes.look(scene, "size-connections-works", "addButton", "result", "cancelButton", "testButton",
                "openButton");
        api.fail(new Failure.Forbidden(StubApi.exchange(), Failure.ServerWords.NONE));
        robot.interact(model::test);
        DialogSizes.look(scene, "size-connections-trouble", "addButton", "result", "cancelButton", "testButton",
                "openButton");
    }

    @Test
    void aLargeWindowShowsTheWholeFormAndTheListStaysWhereItIs(FxRobot robot) {
        var model = connections();
        show(robot, model);
        var list = robot.lookup("#connectionList").query();
        robot.interact(this::largest);
        var atFirst = list.localToScene(list.getLayoutBounds());
        robot.interact(() -> model.choose(production));
        robot.interact(this::largest);
        assertThat(list.localToScene(list.getLayoutBounds())).isEqualTo(atFirst);
        assertThat(Nodes.isWhole(robot.lookup("#callSeconds").query())).as("the end of the form").isTrue();
        robot.interact(() -> model.form().proxyMode.set(ConnectionForm.ProxyMode.MANUAL));
        robot.interact(this::largest);
        assertThat(Nodes.isWhole(robot.lookup("#connectionName").query())).as("its beginning").isTrue();
        assertThat(Nodes.isWhole(robot.lookup("#callSeconds").query())).as("the end of the longest").isTrue();
    }

    /** Larger than a window may be without a display; what is in it can be laid out for that all the same. */
    private void largest() {
        var root = scene.getRoot();
        root.resize(1920, 1200);
        for (var round = 0; round < 3; round++) {
            root.applyCss();
            root.layout();
        }
    }

    @Test
    void switchingChangesOnFitsIntoEveryWindow(FxRobot robot) {
        var model = new UnlockViewModel(new Connection("Elevate EU", ConnectionKind.PRODUCTION, production.base()),
                true,
                _ -> {}, () -> {}, new InlineTasks());
        robot.interact(() -> new UnlockDialog(fxml, messages).show(model, modal));
        DialogSizes.look(scene, "size-unlock", "unlockReason", "unlockCancel", "unlockButton");
    }

    @Test
    void notNowSignsOut(FxRobot robot) {
        try (var signIn = asked(production)) {
            signingIn(robot, production, signIn, Reason.TOKEN_REFUSED);
            robot.interact(() -> robot.lookup("#cancelButton").queryButton().fire());
            assertThat(signIn.state()).isInstanceOf(SignedOut.class);
            assertThat(modal.isDisplay()).isFalse();
        }
    }

    @Test
    void theWelcomeLeadsToANewConnection(FxRobot robot) {
        var heard = new ArrayList<String>();
        robot.interact(() -> {
            var welcome = new WelcomeView(fxml).create(() -> heard.add("add"), () -> heard.add("dismiss"));
            ((StackPane) scene.getRoot()).getChildren().setAll(new VBox(welcome));
        });
        DialogSizes.look(scene, "size-welcome", "welcomeAdd", "welcomeDismiss");
        robot.interact(() -> robot.lookup("#welcomeAdd").queryButton().fire());
        assertThat(heard).containsExactly("dismiss", "add");
    }
}
