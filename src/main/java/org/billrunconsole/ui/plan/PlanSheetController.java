package org.billrunconsole.ui.plan;

import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.util.Duration;
import org.billrunconsole.domain.plan.PlanGoal;
import org.billrunconsole.domain.plan.PlanOptions;
import org.billrunconsole.domain.plan.PlanOrder;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.NumberReader;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.ui.kit.Choices;
import org.billrunconsole.ui.kit.Clipboards;
import org.billrunconsole.ui.kit.FileDialogs;
import org.billrunconsole.ui.kit.NumberInput;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.TabSeparated;
import org.billrunconsole.ui.kit.announce.AnnounceEvent;
import org.billrunconsole.ui.kit.announce.AnnouncedLabel;
import org.billrunconsole.ui.kit.announce.Announcement.Urgency;
import org.billrunconsole.ui.kit.dialog.DialogButtons;
import org.billrunconsole.ui.plan.PlanSheetViewModel.Problem;
import org.billrunconsole.ui.plan.PlanSheetViewModel.State;

/** Binds the sheet of a plan, and of a distribution of many. */
public final class PlanSheetController {

    /** What is made out faster than this is shown without a word of waiting. */
    private static final Duration PATIENCE = Duration.millis(150);

    private final PlanSheetViewModel model;
    private final Optional<DistributionViewModel> distribution;
    private final PlanSheetWords words;
    private final Messages messages;
    private final Sentences sentences;
    private final Timeline seconds = new Timeline();

    @FXML
    private VBox planSheet;
    @FXML
    private HBox strip;
    @FXML
    private Label environment;
    @FXML
    private Label address;
    @FXML
    private Label title;
    @FXML
    private Text consequence;
    @FXML
    private Text end;
    @FXML
    private FlowPane options;
    @FXML
    private ComboBox<PlanGoal> sheetGoal;
    @FXML
    private Spinner<Integer> sheetMost;
    @FXML
    private ComboBox<PlanOrder> sheetOrder;
    @FXML
    private CheckBox sheetStop;
    @FXML
    private Label sheetTotals;
    @FXML
    private Label sheetCounts;
    @FXML
    private TableView<PlanSheetRow> sheetRuns;
    @FXML
    private VBox preparing;
    @FXML
    private VBox failed;
    @FXML
    private VBox reasonBox;
    @FXML
    private TextField sheetReason;
    @FXML
    private Button takeOutOpen;
    @FXML
    private HBox distributionBox;
    @FXML
    private TextField distributionCount;
    @FXML
    private VBox totalBox;
    @FXML
    private Label totalLabel;
    @FXML
    private TextField distributionTotal;
    @FXML
    private Label trouble;
    @FXML
    private Label problem;
    @FXML
    private Button sheetExport;
    @FXML
    private Region between;
    @FXML
    private Button cancelButton;
    @FXML
    private Button confirmButton;

    PlanSheetController(PlanSheetViewModel model, Optional<DistributionViewModel> distribution, PlanSheetWords words,
            Messages messages, Sentences sentences) {
        this.model = model;
        this.distribution = distribution;
        this.words = words;
        this.messages = messages;
        this.sentences = sentences;
    }

    @FXML
    void initialize() {
        var kind = Sentences.key(model.connection().kind());
        strip.getStyleClass().add(kind);
        environment.setText(messages.get("shell.environment.pill", messages.get("shell.environment." + kind),
                model.connection().name()));
        address.setText(model.connection().address());
        PlanSheetTable.fill(sheetRuns, model.rows(), words, messages);
        initializeOptions();
        sheetReason.textProperty().bindBidirectional(model.rows().reasonProperty());
        show(distributionBox, distribution.isPresent());
        distribution.ifPresent(typed -> {
            distributionCount.textProperty().bindBidirectional(typed.typedCountProperty());
            distributionTotal.textProperty().bindBidirectional(typed.typedTotalProperty());
        });
        cancelButton.setCancelButton(true);
        DialogButtons.neverByEnter(confirmButton, model::isGrave);
        model.goalProperty().subscribe(this::showGoal);
        model.countsProperty().subscribe(_ -> showFigures());
        model.totalsProperty().subscribe(_ -> showFigures());
        model.problemProperty().subscribe(now -> {
            showFoot();
            if (now.isPresent()) {
                AnnounceEvent.fire(problem, Urgency.WARNING, problem.getText());
            }
        });
        model.deniedProperty().subscribe(_ -> showFoot());
        model.troubleProperty().subscribe(_ -> showFoot());
        model.savedProperty().subscribe(_ -> showFoot());
        model.holdBack().remainingProperty().subscribe(_ -> showFoot());
        model.stateProperty().subscribe(this::showState);
        AnnouncedLabel.error(trouble);
        model.stateProperty().subscribe(state -> {
            if (state == State.HOLDING || state == State.STARTING || state == State.FAILED) {
                AnnounceEvent.fire(problem, Urgency.EVENT, problem.getText());
            }
        });
        model.stateProperty().addListener((_, before, now) -> {
            // While it was held back or started nothing else could have the keyboard; while runs were looked at, little.
            if (now == State.OPEN && (before != State.PREPARING || cancelButton.isFocused())) {
                first().requestFocus();
            }
        });
        seconds.getKeyFrames().setAll(new KeyFrame(Duration.seconds(1), _ -> model.secondPassed()));
        seconds.setCycleCount(Animation.INDEFINITE);
    }

    @FXML
    void prepare() {
        model.prepare();
    }

    @FXML
    void takeOutOpen() {
        model.rows().takeOutOpen();
    }

    @FXML
    void copy() {
        Clipboards.copy(TabSeparated.of(words.table(model.rows())));
    }

    @FXML
    void export() {
        FileDialogs.save(planSheet.getScene().getWindow(), messages.get("sheet.export"),
                messages.get("export.file.plan") + ".csv").ifPresent(file -> model.save(file, words.csv(model.rows())));
    }

    @FXML
    void cancel() {
        model.cancel();
    }

    @FXML
    void start() {
        model.start();
    }

    /** Where the operator begins: at getting out of it, where it is grave. */
    Node first() {
        if (model.isGrave()) {
            return cancelButton;
        }
        return model.countsProperty().get().open() > 0 ? sheetReason
                : confirmButton.isDisabled() ? cancelButton : confirmButton;
    }

    private void initializeOptions() {
        var guided = model.goalProperty().get() instanceof PlanGoal.RunThrough;
        show(options, guided);
        Choices.fill(sheetGoal, List.<PlanGoal>of(PlanGoal.RunThrough.values()), words::goal);
        if (guided) {
            sheetGoal.valueProperty().bindBidirectional(model.goalProperty());
        }
        Choices.fill(sheetOrder, List.of(PlanOrder.values()), words::order);
        sheetOrder.valueProperty().bindBidirectional(model.orderProperty());
        NumberInput.in(new NumberReader(messages.region()), sheetMost, 1, PlanOptions.MOST_AT_A_TIME,
                PlanOptions.DEFAULT.mostInProgress(),
                model::writeMostInProgress);
        sheetStop.selectedProperty().bindBidirectional(model.stopOnFailureProperty());
    }

    private void showGoal(PlanGoal goal) {
        showTitle();
        consequence.setText(words.consequence(goal) + " ");
        end.setText(words.end(goal, model.gravest(), model.canReopen()));
        Styles.choose(confirmButton, model.gravest().isIrreversible() ? "danger" : "accent", "danger", "accent");
        confirmButton.setDefaultButton(!model.isGrave());
        showFoot();
    }

    /** Names the runs that it will touch, as the button does; how many were chosen stands beside them. */
    private void showTitle() {
        var counts = model.countsProperty().get();
        title.setText(words.work(model.goalProperty().get(), counts.chosen() == 0 ? model.chosen()
                : counts
                        .included()));
        planSheet.setAccessibleText(title.getText() + ". " + consequence.getText() + end.getText());
    }

    private void showFigures() {
        showTitle();
        sheetTotals.setText(words.totalsWithRuns(model.totalsProperty().get()));
        sheetCounts.setText(words.counts(model.countsProperty().get()));
        show(reasonBox, model.countsProperty().get().warned() > 0);
        var open = model.countsProperty().get().open();
        takeOutOpen.setText(messages.get("sheet.take-out-open", open));
        show(takeOutOpen, open > 0);
        var total = distribution.flatMap(DistributionViewModel::totalToType);
        // There is none yet while the runs are being looked at.
        show(totalBox, total.isPresent());
        total.ifPresent(sum -> totalLabel.setText(messages.get("distribution.total",
                sum.currency().orElseGet(() -> messages.get("distribution.no-currency")))));
        showFoot();
    }

    private void showState(State state) {
        show(failed, state == State.FAILED);
        preparing.setVisible(false);
        if (state == State.PREPARING) {
            var patience = new PauseTransition(PATIENCE);
            patience.setOnFinished(_ -> preparing.setVisible(model.stateProperty().get() == State.PREPARING));
            patience.play();
        }
        if (state == State.HOLDING) {
            seconds.playFromStart();
        } else {
            seconds.stop();
        }
        var locked = state == State.HOLDING || state == State.STARTING;
        for (var input : List.of(options, sheetStop, sheetRuns, reasonBox, distributionBox, sheetExport)) {
            input.setDisable(locked);
        }
        show(between, state != State.HOLDING);
        showFoot();
    }

    private void showFoot() {
        trouble.setText(model.troubleProperty()
                .get()
                .map(why -> messages.get("sheet.trouble." + Sentences.key(why)))
                .orElse(""));
        show(trouble, !trouble.getText().isEmpty());
        var state = model.stateProperty().get();
        var holding = state == State.HOLDING;
        var missing = missing();
        // There is always something to say, so that the buttons never move under the hand.
        switch (state) {
            case PREPARING -> showConfirm(messages.get("sheet.preparing"), work(), false);
            case FAILED -> showConfirm(messages.get("sheet.failed"), work(), false);
            case OPEN -> showConfirm(missing.orElseGet(this::ready), work(), missing.isEmpty());
            case HOLDING -> showConfirm(messages.get("confirm.cooling"),
                    messages.get("confirm.button.cooling", model.holdBack().remainingProperty().get()), false);
            case STARTING -> showConfirm(messages.get("sheet.starting"), messages.get("sheet.starting"), false);
            case CLOSED -> {
                // What stood there last stays while the card goes.
            }
        }
        cancelButton.setDisable(state == State.STARTING);
        DialogButtons.showCancel(cancelButton, holding,
                messages.get(holding ? "confirm.cancel.cooling" : "confirm.cancel"));
    }

    private void showConfirm(String text, String button, boolean ready) {
        problem.setText(text);
        confirmButton.setText(button);
        confirmButton.setDisable(!ready);
    }

    private String work() {
        return words.work(model.goalProperty().get(), model.countsProperty().get().included());
    }

    private Optional<String> missing() {
        return model.deniedProperty()
                .get()
                .map(reason -> sentences.reason(reason, model.gravest()))
                .or(() -> model.problemProperty().get().map(this::missing));
    }

    private String missing(Problem what) {
        return switch (what) {
            case NOTHING_LEFT -> messages.get("sheet.problem.nothing-left");
            case ANOTHER_PLAN -> messages.get("sheet.problem.another-plan");
            case AT_A_TIME_OUT_OF_RANGE -> messages.get("sheet.problem.at-a-time-out-of-range",
                    PlanOptions.MOST_AT_A_TIME);
            case REASON_MISSING -> messages.get("sheet.problem.reason-missing",
                    model.countsProperty().get().open());
            case COUNT_NOT_TYPED -> messages.get("sheet.problem.count-not-typed");
            case TOTAL_NOT_TYPED -> messages.get("sheet.problem.total-not-typed");
        };
    }

    private String ready() {
        return model.holdBack()
                .stoppedProperty()
                .get()
                .map(why -> messages.get("confirm.stopped." + Sentences.key(why)))
                .or(() -> model.savedProperty()
                        .get()
                        .map(saved -> messages.get(saved.done() ? "saving.done" : "saving.failed", saved.file())))
                .orElseGet(() -> messages.get(model.isGrave() ? "confirm.ready.grave" : "confirm.ready",
                        environment.getText()));
    }

    private static void show(Node part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }
}
