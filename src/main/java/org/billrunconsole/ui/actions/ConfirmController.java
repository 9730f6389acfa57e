package org.billrunconsole.ui.actions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.util.Duration;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.WireRequest;
import org.billrunconsole.i18n.CheckWords;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.NumberReader;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.runs.ReferenceData;
import org.billrunconsole.runs.write.WriteResult;
import org.billrunconsole.ui.actions.ConfirmViewModel.State;
import org.billrunconsole.ui.kit.Clipboards;
import org.billrunconsole.ui.kit.NumberInput;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.WrappedText;
import org.billrunconsole.ui.kit.dialog.DialogBody;
import org.billrunconsole.ui.kit.dialog.DialogButtons;
import org.billrunconsole.ui.kit.look.CycleTable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Binds the confirmation. */
public final class ConfirmController {

    private static final int EARLIER_RUNS = 3;

    private final ConfirmViewModel model;
    private final ReferenceData referenceData;
    private final ReviewPort reviews;
    private final ConfirmWords words;
    private final Messages messages;
    private final Formats formats;
    private final Sentences sentences;
    private final CheckWords checkWords;
    private final Timeline seconds = new Timeline();

    @FXML
    private VBox confirmDialog;
    @FXML
    private HBox strip;
    @FXML
    private Label environment;
    @FXML
    private Label address;
    @FXML
    private Label title;
    @FXML
    private DialogBody scroll;
    @FXML
    private Text consequence;
    @FXML
    private Text undo;
    @FXML
    private GridPane facts;
    @FXML
    private VBox warnings;
    @FXML
    private VBox cycleBox;
    @FXML
    private HBox reviewLine;
    @FXML
    private Label reviewLineText;
    @FXML
    private VBox invoiceDateBox;
    @FXML
    private DatePicker invoiceDate;
    @FXML
    private VBox nicknameBox;
    @FXML
    private TextField nickname;
    @FXML
    private VBox periodsBox;
    @FXML
    private Spinner<Integer> periods;
    @FXML
    private Label newPeriod;
    @FXML
    private Label request;
    @FXML
    private Button copyRequest;
    @FXML
    private VBox reasonBox;
    @FXML
    private TextField confirmReason;
    @FXML
    private VBox nameBox;
    @FXML
    private Label nameLabel;
    @FXML
    private TextField confirmName;
    @FXML
    private VBox errorCard;
    @FXML
    private Label error;
    @FXML
    private Label errorDetail;
    @FXML
    private Label problem;
    @FXML
    private Button cancelButton;
    @FXML
    private Button confirmButton;

    ConfirmController(ConfirmViewModel model, ReferenceData referenceData, ReviewPort reviews, Messages messages,
            Formats formats, Sentences sentences) {
        this.reviews = reviews;
        this.model = model;
        this.messages = messages;
        this.formats = formats;
        this.sentences = sentences;
        this.checkWords = new CheckWords(messages, formats, sentences);
        this.words = new ConfirmWords(messages, formats, sentences, referenceData);
        this.referenceData = referenceData;
    }

    @FXML
    void initialize() {
        var run = model.runProperty().get();
        var kind = Sentences.key(model.connection().kind());
        strip.getStyleClass().add(kind);
        environment.setText(messages.get("shell.environment.pill", messages.get("shell.environment." + kind),
                model.connection().name()));
        address.setText(model.connection().address());
        title.setText(sentences.action(model.action(), run.label()));
        consequence.setText(sentences.consequence(model.action()) + " ");
        undo.setText(sentences.undo(model.action(), model.canReopen()));
        initializeInputs(run);
        showReview(run);
        showCycle(run);
        model.runProperty().subscribe(_ -> showFacts());
        for (var input : List.<ObservableValue<?>>of(model.invoiceDateProperty(), model.nicknameProperty(),
                model.periodsProperty())) {
            input.subscribe(_ -> showFacts());
        }
        model.requestProperty().subscribe(this::showRequest);
        new ConfirmFoot(model, messages, formats, sentences, environment.getText(), problem, cancelButton,
                confirmButton);
        new ConfirmAnnouncements(model, error, problem, Map.of("DATE", invoiceDate, "NICKNAME", nickname, "PERIODS",
                periods, "REASON", confirmReason, "NAME_NOT ID_NOT", confirmName));
        model.stateProperty().subscribe(this::lock);
        model.stateProperty().subscribe(state -> {
            if (state == State.ANSWERED) {
                beginAgain();
            }
        });
        seconds.getKeyFrames().setAll(new KeyFrame(Duration.seconds(1), _ -> model.secondPassed()));
        seconds.setCycleCount(Animation.INDEFINITE);
        model.stateProperty().subscribe(state -> {
            if (state == State.COOLING || state == State.SENDING) {
                seconds.playFromStart();
            } else {
                seconds.stop();
            }
        });
        model.resultProperty().subscribe(this::showResult);
        DialogButtons.neverByEnter(confirmButton, model::isGrave);
    }

    @FXML
    void copyRequest() {
        model.requestProperty().get().map(ConfirmWords::request).ifPresent(Clipboards::copy);
    }

    @FXML
    void look() {
        if (model.runProperty().get() instanceof BillRun run && model.stateProperty().get() != State.SENDING) {
            model.cancel();
            reviews.look(run);
        }
    }

    @FXML
    void cancel() {
        model.cancel();
    }

    @FXML
    void confirm() {
        model.confirm();
    }

    /** Where the operator begins: at the first field, or where the step is grave, at getting out of it. */
    Node first() {
        if (model.isGrave()) {
            return cancelButton;
        }
        return inputs().stream()
                .filter(ConfirmController::isShown)
                .findFirst()
                .orElse(confirmButton.isDisabled() ? cancelButton : confirmButton);
    }

    private void initializeInputs(Run run) {
        var action = model.action();
        show(invoiceDateBox, action == Action.CLOSE || action == Action.CHANGE_INVOICE_DATE);
        show(nicknameBox, action == Action.CHANGE_NICKNAME
                || action == Action.CLOSE && run.key().kind() == RunKind.ADHOC);
        show(periodsBox, action == Action.ADJUST_SCHEDULE);
        show(nameBox, action.isIrreversible());
        model.checksProperty().subscribe(_ -> showChecks());
        new DayInput(invoiceDate, formats, model.invoiceDateProperty().get(), model::writeInvoiceDate);
        nickname.textProperty().bindBidirectional(model.nicknameProperty());
        confirmName.textProperty().bindBidirectional(model.typedNameProperty());
        confirmName.setPromptText(model.form().toType());
        nameLabel.setText(messages.get(model.form().isByName() ? "confirm.type-name" : "confirm.type-id"));
        confirmReason.textProperty().bindBidirectional(model.reasonProperty());
        NumberInput.in(new NumberReader(messages.region()), periods, -Command.AdjustSchedule.FURTHEST,
                Command.AdjustSchedule.FURTHEST, 0,
                model::writePeriods);
        model.periodsProperty()
                .subscribe(moved -> newPeriod.setText(words.newPeriodLine(model.runProperty().get(), moved)));
    }

    /** What is known of it already: nothing is read for it, so that the dialog is there at once. */
    private void showReview(Run run) {
        var closes = model.action() == Action.CLOSE && run instanceof BillRun;
        show(reviewLine, closes);
        if (closes && run instanceof BillRun regular) {
            var line = reviews.line(regular);
            reviewLineText.setText(line.text());
            Styles.choose(reviewLine, line.warns() ? "warning-card" : "review-line", "warning-card", "review-line");
        }
    }

    /** Before what cannot be undone: is this run like the ones before it. */
    private void showCycle(Run run) {
        var table = new CycleTable(messages, formats);
        cycleBox.getChildren().add(table);
        if (model.action().isIrreversible()) {
            table.show(model.comparison(EARLIER_RUNS), referenceData.currencyOf(run));
        }
        show(cycleBox, table.isVisible());
    }

    private void showFacts() {
        facts.getChildren().clear();
        var run = model.runProperty().get();
        var row = 0;
        for (var fact : words.facts(model.form(), model.connection())) {
            var name = new Label(fact.name());
            name.getStyleClass().add("fact-name");
            var value = new Label(fact.value());
            WrappedText.in(value);
            value.getStyleClass().add("fact-value");
            if (row == 0) {
                value.getStyleClass().addAll("environment-value", Sentences.key(model.connection().kind()));
            }
            var box = new VBox(name, value);
            box.getStyleClass().add(Styles.FACT);
            facts.add(box, row % 2, row / 2);
            row++;
        }
        show(nameBox, model.action().isIrreversible());
        if (run instanceof BillRun) {
            newPeriod.setText(words.newPeriodLine(run, model.periodsProperty().get()));
        }
    }

    private void showChecks() {
        var lines = checkWords.lines(model.checksProperty().get(), referenceData.currencyOf(model.runProperty().get()));
        var texts = new ArrayList<>(
                lines.stream().filter(CheckWords.Line::warning).map(CheckWords.Line::text).toList());
        if (model.isUnproven()) {
            texts.add(messages.get("confirm.unproven"));
        }
        warnings.getChildren().setAll(texts.stream().map(text -> {
            var line = new Label(text, new FontIcon(Feather.ALERT_TRIANGLE));
            WrappedText.in(line);
            return line;
        }).toList());
        show(warnings, !texts.isEmpty());
        // None of it can be come to by the keyboard; a screen reader says it when the dialog comes.
        confirmDialog.setAccessibleText(environment.getText() + ". " + title.getText() + ". " + consequence.getText()
                + undo.getText() + " " + String.join(" ", texts));
        show(reasonBox, model.needsReason());
    }

    private void showRequest(Optional<WireRequest> now) {
        request.setText(now.map(ConfirmWords::requestLines).orElseGet(() -> messages.get("confirm.nothing-to-send")));
        Styles.choose(request, now.isPresent() ? "request-text" : "muted", "request-text", "muted");
        copyRequest.setDisable(now.isEmpty());
    }

    private void lock(State state) {
        var locked = state == State.SENDING || state == State.COOLING;
        for (var input : inputs()) {
            input.setDisable(locked);
        }
    }

    private void showResult(Optional<WriteResult> result) {
        show(errorCard, result.isPresent());
        error.setText(result.map(answer -> words.result(answer, model.form())).orElse(""));
        var detail = result.flatMap(words::detail);
        errorDetail.setText(detail.orElse(""));
        show(errorDetail, detail.isPresent());
    }

    /** While it was sent nothing here could have the keyboard, which went to the next control that could. */
    private void beginAgain() {
        first().requestFocus();
        // What has happened comes before the field, which is scrolled back into view once it is typed in.
        scroll.layout();
        scroll.setVvalue(1);
    }

    private List<Node> inputs() {
        return new ArrayList<>(List.of(invoiceDate, nickname, periods, confirmReason, confirmName));
    }

    private static boolean isShown(Node node) {
        return node == null || node.isVisible() && isShown(node.getParent());
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
