package org.billrunconsole.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.runs.Freshness;
import org.billrunconsole.ui.kit.LazyTooltips;
import org.billrunconsole.ui.kit.PlainText;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.look.BusyBar;
import org.billrunconsole.ui.runlist.Counts;
import org.billrunconsole.ui.runlist.ListProgress;
import org.billrunconsole.ui.runlist.RunListViewModel;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Binds the status bar: how many runs there are, which are in progress or stalled, and how the server answers. */
public final class StatusBarController {

    private final ShellViewModel model;
    private final Messages messages;
    private Optional<RunListViewModel> list;
    private ListProgress progress = new ListProgress.Quiet();
    private Subscription counted = Subscription.EMPTY;

    @FXML
    private Label statusShown;
    @FXML
    private HBox loadControls;
    @FXML
    private Label statusRunning;
    @FXML
    private Label statusStalled;
    @FXML
    private Label statusRate;
    @FXML
    private Label statusConnected;
    @FXML
    private ToggleButton doNotDisturb;

    StatusBarController(ShellViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        this.list = Optional.of(model.regular());
    }

    @FXML
    void initialize() {

        model.freshnessProperty().subscribe(now -> {
            var state = switch (now) {
                case Freshness.Live _,Freshness.Faltering _ -> "connected";
                case Freshness.Connecting _ -> "connecting";
                case Freshness.Paused _ -> "paused";
                case Freshness.SignedOut _ -> "signed-out";
                case Freshness.Stale _ -> "disconnected";
            };
            statusConnected.setText(messages.get("shell.status." + state));
            Styles.choose(statusConnected, state, "connected", "connecting", "paused", "signed-out", "disconnected");
        });
    }

    /** Tells of a list. */
    void show(RunListViewModel other) {
        list = Optional.of(other);
        counted.unsubscribe();
        counted = Subscription.combine(other.countsProperty().subscribe(this::showCounts),
                other.progressProperty().subscribe(now -> {
                    showProgress(now);
                    showCounts(other.countsProperty().get());
                }));
        showStalled();
    }

    /** Tells how many entries of the journal are shown. */
    void show(ObservableValue<Number> entries) {
        list = Optional.empty();
        counted.unsubscribe();
        counted = entries.subscribe(shown -> statusShown.setText(messages.get("shell.status.entries", shown)));
        showIf(false, statusRunning);
        showProgress(new ListProgress.Quiet());
        showStalled();
    }

    /** Tells what something else says of itself. */
    void showWords(ObservableValue<String> words) {
        list = Optional.empty();
        counted.unsubscribe();
        counted = words.subscribe(statusShown::setText);
        showIf(false, statusRunning);
        showProgress(new ListProgress.Quiet());
        showStalled();
    }

    /** What tells time has grown old by a second. */
    void secondPassed() {
        statusRate.setText(model.rate());
        showStalled();
    }

    private void showStalled() {
        var stalled = list.map(RunListViewModel::kind).map(model::stalled).orElse(0L);
        statusStalled.setText(messages.get("shell.status.stalled", stalled));
        showIf(stalled > 0, statusStalled);
    }

    /** Connects the switch that keeps notices from popping up. */
    void follow(InterruptionsViewModel interruptions) {
        doNotDisturb.setOnAction(_ -> interruptions.setDoNotDisturb(doNotDisturb.isSelected()));
        interruptions.doNotDisturbProperty().subscribe(on -> {
            doNotDisturb.setSelected(on);
            doNotDisturb.setGraphic(new FontIcon(on ? Feather.BELL_OFF : Feather.BELL));
            LazyTooltips.set(doNotDisturb, messages.get(on ? "shell.disturb.on" : "shell.disturb.off"));
            doNotDisturb.setAccessibleText(messages.get("shell.disturb"));
        });
    }

    private void showCounts(Counts counts) {
        statusShown.setText(words(counts));
        statusRunning.setText(messages.get("shell.status.running", counts.running()));
        showIf(counts.running() > 0, statusRunning);
    }

    /** Made when there is something to tell: most lists are read before anybody could stop it. */
    private void showProgress(ListProgress now) {
        if (!now.getClass().equals(progress.getClass())) {
            loadControls.getChildren().setAll(switch (now) {
                case ListProgress.Quiet _ -> List.of();
                case ListProgress.Reading _ -> List.of(bar(), button("loadStop", "shell.status.load.stop",
                        RunListViewModel::stopLoading));
                case ListProgress.Stopped _ -> List.of(button("loadRest", "shell.status.load.rest",
                        RunListViewModel::refresh));
            });
            showIf(!loadControls.getChildren().isEmpty(), loadControls);
        }
        progress = now;
    }

    private BusyBar bar() {
        var bar = new BusyBar();
        bar.setAccessibleText(messages.get("shell.status.load.bar"));
        return bar;
    }

    private Button button(String id, String text, Consumer<RunListViewModel> action) {
        var button = PlainText.in(new Button(messages.get(text)));
        button.setId(id);
        button.getStyleClass().add("status-button");
        LazyTooltips.set(button, messages.get(text + ".tip"));
        button.setOnAction(_ -> list.ifPresent(action));
        return button;
    }

    private static void showIf(boolean any, Node node) {
        node.setVisible(any);
        node.setManaged(any);
    }

    private String words(Counts counts) {
        var all = counts.shown() == counts.loaded();
        if (progress instanceof ListProgress.Stopped) {
            return all ? messages.get("shell.status.stopped", counts.loaded())
                    : messages.get("shell.status.shown.stopped", counts.shown(), counts.loaded());
        }
        if (!counts.complete()) {
            return all ? messages.get("shell.status.loading", counts.loaded())
                    : messages.get("shell.status.shown.so-far", counts.shown(), counts.loaded());
        }
        return all
                ? messages.get("shell.status.all", counts.shown())
                : messages.get("shell.status.shown", counts.shown(), counts.loaded());
    }
}
