package org.billrunconsole.ui.connect;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.session.WrongAddress;
import org.billrunconsole.ui.connect.SignInViewModel.State;
import org.billrunconsole.ui.kit.announce.AnnouncedLabel;

/** Binds the sign-in. */
public final class SignInController {

    private final SignInViewModel model;
    private final Messages messages;
    private final Sentences sentences;

    @FXML
    private VBox signInDialog;
    @FXML
    private HBox strip;
    @FXML
    private Label environment;
    @FXML
    private Label address;
    @FXML
    private Label reason;
    @FXML
    private Label who;
    @FXML
    private VBox userBox;
    @FXML
    private TextField user;
    @FXML
    private Label secretLabel;
    @FXML
    private PasswordField secret;
    @FXML
    private CheckBox remember;
    @FXML
    private Label notKept;
    @FXML
    private VBox errorCard;
    @FXML
    private Label error;
    @FXML
    private Button cancelButton;
    @FXML
    private Button signInButton;

    SignInController(SignInViewModel model, Messages messages, Sentences sentences) {
        this.model = model;
        this.messages = messages;
        this.sentences = sentences;
    }

    @FXML
    void initialize() {
        var profile = model.profile();
        var kind = Sentences.key(profile.kind());
        strip.getStyleClass().add(kind);
        environment.setText(messages.get("shell.environment.pill", messages.get("shell.environment." + kind),
                profile.name()));
        address.setText(profile.connection().address());
        reason.setText(messages.get("sign-in.reason." + Sentences.key(model.reason())));
        signInDialog.setAccessibleText(reason.getText());
        who.setText(messages.get("sign-in.as", profile.user(), profile.brand()));
        show(who, model.takesPassword() && !model.takesUser());
        show(userBox, model.takesUser());
        user.textProperty().bindBidirectional(model.userProperty());
        model.userProperty().subscribe(_ -> showState());
        secretLabel.setText(messages.get(model.takesPassword() ? "sign-in.password" : "sign-in.token"));
        secret.textProperty().bindBidirectional(model.secretProperty());
        remember.selectedProperty().bindBidirectional(model.rememberProperty());
        model.rememberableProperty().subscribe(possible -> {
            show(remember, model.takesPassword() && possible);
            show(notKept, model.takesPassword() && !possible);
        });
        cancelButton.setCancelButton(true);
        signInButton.setDefaultButton(true);
        AnnouncedLabel.error(error);
        model.stateProperty().subscribe(_ -> showState());
        model.secretProperty().subscribe(_ -> showState());
        model.failureProperty().subscribe(_ -> showError());
        model.tokenOverProperty().subscribe(_ -> showError());
    }

    @FXML
    void submit() {
        model.submit();
    }

    @FXML
    void giveUp() {
        model.giveUp();
    }

    /** Where the operator begins. */
    Node first() {
        return model.takesUser() ? user : secret;
    }

    private void showState() {
        var sending = model.stateProperty().get() == State.SENDING;
        secret.setDisable(sending);
        user.setDisable(sending);
        remember.setDisable(sending);
        cancelButton.setDisable(sending);
        signInButton.setDisable(sending || !model.isFilledIn());
        signInButton.setText(messages.get(sending ? "sign-in.sending" : "sign-in.button"));
        if (model.stateProperty().get() == State.ASKING && model.failureProperty().get().isPresent()) {
            secret.requestFocus();
        }
    }

    private void showError() {
        var failure = model.failureProperty().get();
        error.setText(failure.map(this::words).orElseGet(() -> model.tokenOverProperty().get()
                ? messages.get("sign-in.token-over")
                : ""));
        show(errorCard, !error.getText().isEmpty());
    }

    private String words(Failure failure) {
        if (WrongAddress.isMeantBy(failure)) {
            return messages.get("sign-in.wrong-address");
        }
        return failure instanceof Failure.Unauthorised ? messages.get("sign-in.refused") : sentences.failure(failure);
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
