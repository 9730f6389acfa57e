package org.billrunconsole.ui.connect;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.session.TestResult;
import org.billrunconsole.settings.ConnectionProfile;
import org.billrunconsole.settings.SignInMode;
import org.billrunconsole.ui.connect.ConnectionForm.ProxyMode;
import org.billrunconsole.ui.connect.ConnectionsViewModel.State;
import org.billrunconsole.ui.kit.Choices;
import org.billrunconsole.ui.kit.FileDialogs;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.Tone;
import org.billrunconsole.ui.kit.announce.AnnouncedLabel;
import org.billrunconsole.ui.kit.announce.Announcement.Urgency;

/** Binds the list of connections and the form beside it. */
public final class ConnectionsController {

    private final ConnectionsViewModel model;
    private final ConnectionForm form;
    private final Messages messages;
    private final ConnectionWords words;

    @FXML
    private VBox connectionsDialog;
    @FXML
    private HBox strip;
    @FXML
    private Label stripKind;
    @FXML
    private ListView<ConnectionProfile> connectionList;
    @FXML
    private Button addButton;
    @FXML
    private Label addRuledOut;
    @FXML
    private Label lockedHint;
    @FXML
    private VBox formBox;
    @FXML
    private VBox fixedBox;
    @FXML
    private TextField connectionName;
    @FXML
    private ComboBox<ConnectionKind> kind;
    @FXML
    private TextField address;
    @FXML
    private ComboBox<SignInMode> signInMode;
    @FXML
    private Label signInHint;
    @FXML
    private HBox userBox;
    @FXML
    private TextField brand;
    @FXML
    private TextField user;
    @FXML
    private VBox secretBox;
    @FXML
    private Label secretLabel;
    @FXML
    private PasswordField secret;
    @FXML
    private CheckBox remember;
    @FXML
    private CheckBox readOnly;
    @FXML
    private TextField currency;
    @FXML
    private TextField caFile;
    @FXML
    private Button caFileChoose;
    @FXML
    private Label caFileSet;
    @FXML
    private ComboBox<ProxyMode> proxyMode;
    @FXML
    private Label proxySet;
    @FXML
    private VBox proxyBox;
    @FXML
    private TextField proxyHost;
    @FXML
    private TextField proxyPort;
    @FXML
    private TextField proxyUser;
    @FXML
    private PasswordField proxyPassword;
    @FXML
    private CheckBox reopenPatch;
    @FXML
    private CheckBox guard;
    @FXML
    private TextField connectSeconds;
    @FXML
    private TextField readSeconds;
    @FXML
    private TextField callSeconds;
    @FXML
    private VBox resultCard;
    @FXML
    private Label result;
    @FXML
    private Label problem;
    @FXML
    private Button removeButton;
    @FXML
    private Button testButton;
    @FXML
    private Button cancelButton;
    @FXML
    private Button saveButton;
    @FXML
    private Button openButton;

    ConnectionsController(ConnectionsViewModel model, Messages messages, ConnectionWords words) {
        this.model = model;
        this.form = model.form();
        this.messages = messages;
        this.words = words;
    }

    @FXML
    void initialize() {
        AnnouncedLabel.follow(result, Urgency.EVENT);
        connectionList.setItems(model.profiles());
        connectionList.setCellFactory(_ -> new ConnectionCell(messages));
        connectionList.getSelectionModel().selectedItemProperty().subscribe(this::choose);
        model.chosenProperty().subscribe(_ -> showChosen());
        Choices.fill(kind, List.of(ConnectionKind.TEST, ConnectionKind.PRODUCTION, ConnectionKind.SANDBOX),
                each -> messages.get("connect.kind." + Sentences.key(each)));
        Choices.fill(signInMode, List.of(SignInMode.values()), each -> messages.get("connect.sign-in."
                + Sentences.key(each)));
        Choices.fill(proxyMode, List.of(ProxyMode.values()), each -> messages.get("connect.proxy."
                + Sentences.key(each)));
        bindForm();
        addButton.setDisable(!model.mayAdd());
        show(addRuledOut, !model.mayAdd());
        form.kind.subscribe(this::showKind);
        form.signIn.subscribe(this::showSignIn);
        model.keepableProperty().subscribe(_ -> showRemember());
        form.proxyMode.subscribe(mode -> show(proxyBox, mode == ProxyMode.MANUAL));
        cancelButton.setCancelButton(true);
        // A list keeps Esc to itself, to end an editing that there is none of here.
        connectionList.addEventFilter(KeyEvent.KEY_PRESSED, press -> {
            if (press.getCode() == KeyCode.ESCAPE) {
                cancel();
                press.consume();
            }
        });
        openButton.setDefaultButton(true);
        model.stateProperty().subscribe(_ -> showState());
        model.problemProperty().subscribe(_ -> showState());
        model.resultProperty().subscribe(_ -> showResult());
        model.troubleProperty().subscribe(_ -> showResult());
    }

    private void bindForm() {
        connectionName.textProperty().bindBidirectional(form.name);
        kind.valueProperty().bindBidirectional(form.kind);
        address.textProperty().bindBidirectional(form.address);
        signInMode.valueProperty().bindBidirectional(form.signIn);
        brand.textProperty().bindBidirectional(form.brand);
        user.textProperty().bindBidirectional(form.user);
        secret.textProperty().bindBidirectional(form.secret);
        remember.selectedProperty().bindBidirectional(form.remember);
        readOnly.selectedProperty().bindBidirectional(form.readOnly);
        currency.textProperty().bindBidirectional(form.currency);
        caFile.textProperty().bindBidirectional(form.caFile);
        proxyMode.valueProperty().bindBidirectional(form.proxyMode);
        proxyHost.textProperty().bindBidirectional(form.proxyHost);
        proxyPort.textProperty().bindBidirectional(form.proxyPort);
        proxyUser.textProperty().bindBidirectional(form.proxyUser);
        proxyPassword.textProperty().bindBidirectional(form.proxyPassword);
        reopenPatch.selectedProperty().bindBidirectional(form.reopenPatch);
        guard.selectedProperty().bindBidirectional(form.guard);
        connectSeconds.textProperty().bindBidirectional(form.connectSeconds);
        readSeconds.textProperty().bindBidirectional(form.readSeconds);
        callSeconds.textProperty().bindBidirectional(form.callSeconds);
    }

    @FXML
    void add() {
        model.add();
        connectionName.requestFocus();
    }

    @FXML
    void remove() {
        model.remove();
    }

    @FXML
    void test() {
        model.test();
    }

    @FXML
    void save() {
        model.save();
    }

    @FXML
    void open() {
        model.saveAndOpen();
    }

    @FXML
    void cancel() {
        model.close();
    }

    @FXML
    void chooseCaFile() {
        FileDialogs.open(connectionsDialog.getScene().getWindow(), messages.get("connect.ca-file"))
                .ifPresent(file -> form.caFile.set(file.toString()));
    }

    /** Where the operator begins. */
    Node first() {
        return model.stateProperty().get() == State.EDITING ? connectionName : connectionList;
    }

    private void choose(ConnectionProfile profile) {
        if (profile != null && !model.chosenProperty().get().equals(Optional.of(profile.id()))) {
            model.choose(profile);
        }
    }

    private void showChosen() {
        showPrompt();
        var id = model.chosenProperty().get();
        model.profiles()
                .stream()
                .filter(each -> id.equals(Optional.of(each.id())))
                .findFirst()
                .ifPresentOrElse(connectionList.getSelectionModel()::select,
                        connectionList.getSelectionModel()::clearSelection);
    }

    private void showKind(ConnectionKind now) {
        Styles.choose(strip, Sentences.key(now), Stream.of(ConnectionKind.values())
                .map(Sentences::key)
                .toArray(String[]::new));
        showLock();
        stripKind.setText(messages.get("connect.kind." + Sentences.key(now)));
    }

    private void showSignIn(SignInMode mode) {
        show(userBox, mode == SignInMode.PASSWORD);
        show(secretBox, mode != SignInMode.ENVIRONMENT);
        showRemember();
        signInHint.setText(messages.get("connect.sign-in.hint." + Sentences.key(mode)));
        secretLabel.setText(messages.get("connect.secret." + Sentences.key(mode)));
        showPrompt();
    }

    private void showRemember() {
        show(remember, form.signIn.get() == SignInMode.PASSWORD && model.keepableProperty().get());
    }

    private void showPrompt() {
        var known = model.chosenProperty().get().isPresent() && form.signIn.get() == SignInMode.PASSWORD;
        secret.setPromptText(known ? messages.get("connect.secret.kept") : "");
    }

    private void showState() {
        var state = model.stateProperty().get();
        var fixed = state == State.FIXED;
        var busy = state == State.TESTING || state == State.SAVING;
        var missing = model.problemProperty().get();
        show(formBox, !fixed);
        show(fixedBox, fixed);
        showLock();
        show(removeButton, state == State.EDITING && model.chosenProperty().get().isPresent());
        show(testButton, !fixed);
        show(saveButton, !fixed && state != State.LOCKED);
        problem.setText(missing.map(what -> messages.get("connect.problem." + Sentences.key(what))).orElse(""));
        formBox.setDisable(state == State.SAVING);
        testButton.setDisable(busy || missing.isPresent());
        testButton.setText(messages.get(state == State.TESTING ? "connect.testing" : "connect.test-button"));
        saveButton.setDisable(busy || missing.isPresent());
        openButton.setDisable(busy || missing.isPresent());
        openButton.setText(messages.get(fixed || model.isLocked() ? "connect.open" : "connect.save-and-open"));
        removeButton.setDisable(busy);
        show(openButton, state != State.CLOSED);
    }

    /** What is set for everybody on the computer is shown, and cannot be changed. */
    private void showLock() {
        var locked = model.isLocked();
        show(lockedHint, locked);
        for (var each : List.of(connectionName, kind, address, signInMode, brand, currency, proxyUser, reopenPatch,
                guard, connectSeconds, readSeconds, callSeconds)) {
            each.setDisable(locked);
        }
        user.setDisable(locked && !model.takesOwnUser());
        // Production always starts so; there it is not for the form to decide.
        readOnly.setDisable(locked || form.kind.get() == ConnectionKind.PRODUCTION);
        for (var each : List.of(proxyMode, proxyHost, proxyPort)) {
            each.setDisable(locked || model.isProxySet());
        }
        show(proxySet, !locked && model.isProxySet());
        for (var each : List.of(caFile, caFileChoose)) {
            each.setDisable(locked || model.areCertificatesSet());
        }
        show(caFileSet, !locked && model.areCertificatesSet());
    }

    private void showResult() {
        var tested = model.resultProperty().get();
        var trouble = model.troubleProperty().get();
        show(resultCard, tested.isPresent() || trouble.isPresent());
        var works = trouble.isEmpty() && tested.filter(TestResult.Works.class::isInstance).isPresent();
        Styles.tone(resultCard, works ? Tone.SUCCESS : Tone.DANGER);
        result.setText(trouble.map(what -> messages.get("connect.trouble." + Sentences.key(what)))
                .or(() -> tested.map(words::result))
                .orElse(""));
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
