package org.billrunconsole.ui.shell;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.util.Subscription;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.runs.Freshness;
import org.billrunconsole.ui.kit.LazyTooltips;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.runlist.Counts;
import org.billrunconsole.ui.runlist.RunListViewModel;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Binds the status bar: how many runs there are, which are in progress or stalled, and how the server answers. */
public final class StatusBarController {

    private final ShellViewModel model;
    private final Messages messages;
    private Optional<RunListViewModel> list;
    private Subscription counted = Subscription.EMPTY;

    @FXML
    private Label statusShown;
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
        counted = other.countsProperty().subscribe(this::showCounts);
        showStalled();
    }

    /** Tells how many entries of the journal are shown. */
    void show(ObservableValue<Number> entries) {
        list = Optional.empty();
        counted.unsubscribe();
        counted = entries.subscribe(shown -> statusShown.setText(messages.get("shell.status.entries", shown)));
        showIf(false, statusRunning);
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
            LazyTooltips.name(doNotDisturb, messages.get(on ? "shell.disturb.on" : "shell.disturb.off"));
        });
    }

    private void showCounts(Counts counts) {
        statusShown.setText(words(counts));
        statusRunning.setText(messages.get("shell.status.running", counts.running()));
        showIf(counts.running() > 0, statusRunning);
    }

    private static void showIf(boolean any, Label label) {
        label.setVisible(any);
        label.setManaged(any);
    }

    private String words(Counts counts) {
        if (!counts.complete()) {
            return messages.get("shell.status.loading", counts.loaded());
        }
        return counts.shown() == counts.loaded()
                ? messages.get("shell.status.all", counts.shown())
                : messages.get("shell.status.shown", counts.shown(), counts.loaded());
    }
}
