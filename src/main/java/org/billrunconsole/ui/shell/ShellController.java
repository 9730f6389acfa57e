package org.billrunconsole.ui.shell;

import atlantafx.base.controls.ModalPane;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.settings.LayoutMemory;
import org.billrunconsole.settings.WindowBounds;
import org.billrunconsole.ui.activity.ActivityView;
import org.billrunconsole.ui.activity.ActivityViewModel;
import org.billrunconsole.ui.kit.KeyHints;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.Theme;
import org.billrunconsole.ui.kit.Tips;
import org.billrunconsole.ui.kit.TitledTab;
import org.billrunconsole.ui.runlist.Counts;
import org.billrunconsole.ui.runlist.RunListViewModel;
import org.billrunconsole.ui.settings.AboutDialog;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Binds the main window. */
public final class ShellController {

    private final ShellViewModel model;
    private final Workbench regular;
    private final ShellLayout layout;
    private final Deferred<Workbench> adhoc;
    private final Deferred<ActivityView> activity;
    private final ActivityViewModel activityModel;
    private final Messages messages;
    private final ObservableValue<Theme> theme;
    private final ShellCommands commands;

    @FXML
    private StackPane shell;
    @FXML
    private ImageView appMark;
    @FXML
    private Button environmentPill;
    @FXML
    private Label address;
    @FXML
    private Label liveState;
    @FXML
    private MenuButton sessionState;
    @FXML
    private MenuItem rightsItem;
    @FXML
    private MenuItem signInItem;
    @FXML
    private MenuItem changesItem;
    @FXML
    private MenuButton settingsButton;
    @FXML
    private Button themeButton;
    @FXML
    private TabPane tabs;
    @FXML
    private Tab runsTab;
    @FXML
    private Tab adhocTab;
    @FXML
    private Tab activityTab;
    @FXML
    private ToggleButton pauseButton;
    @FXML
    private Label statusStalled;
    @FXML
    private Label statusRate;
    @FXML
    private HBox statusBar;
    @FXML
    private Label statusShown;
    @FXML
    private Label statusRunning;
    @FXML
    private Label statusConnected;
    @FXML
    private ToggleButton doNotDisturb;
    @FXML
    private ModalPane modal;
    @FXML
    private VBox noticeArea;

    private final Timeline seconds = new Timeline();
    private Subscription keys = Subscription.EMPTY;
    private NoticeArea notices;

    ShellController(ShellViewModel model, Workbench regular, Supplier<Workbench> adhoc,
            ActivityViewModel activityModel, Supplier<ActivityView> activity, Messages messages,
            ObservableValue<Theme> theme, ShellCommands commands) {
        this.model = model;
        this.regular = regular;
        this.layout = new ShellLayout(model, regular);
        this.adhoc = new Deferred<>(() -> {
            var made = adhoc.get();
            layout.add(made);
            made.workspace().paneSpaceProperty().subscribe(_ -> placeNotices());
            return made;
        });
        this.activityModel = activityModel;
        this.activity = new Deferred<>(activity);
        this.messages = messages;
        this.theme = theme;
        this.commands = commands;
    }

    @FXML
    void initialize() {
        appMark.setImage(AppIcon.image(64));
        environmentPill.textProperty().bind(model.environmentProperty());
        tip(environmentPill, messages.get("shell.connections.tip", KeyHints.shortcut("K")));
        model.environmentProperty().subscribe(environmentPill::setAccessibleText);
        environmentPill.getStyleClass().add(Sentences.key(model.connection().kind()));
        address.setText(model.connection().address());
        liveState.textProperty().bind(model.liveProperty());
        model.staleProperty().subscribe(stale -> liveState.pseudoClassStateChanged(Styles.state("stale"), stale));
        initializeSession();
        tip(themeButton, messages.get("shell.theme.tip", KeyHints.shortcut("Shift L")));
        theme.subscribe(now -> themeButton.setGraphic(new FontIcon(now == Theme.LIGHT ? Feather.MOON : Feather.SUN)));
        tip(settingsButton, messages.get("shell.menu.tip"));
        initializeTabs();
        initializeStatus();
        pauseButton.selectedProperty().subscribe(model::setPaused);
        pauseButton.selectedProperty().subscribe(paused -> tip(pauseButton,
                messages.get(paused ? "shell.resume" : "shell.pause")));
        notices = new NoticeArea(noticeArea);
        tabs.getSelectionModel().selectedItemProperty().subscribe(_ -> placeNotices());
        regular.workspace().paneSpaceProperty().subscribe(_ -> placeNotices());
        model.noticeProperty().subscribe(notice -> notice.ifPresent(words -> notices.show(words.title(), words.text(),
                words.tone())));
        seconds.getKeyFrames().setAll(new KeyFrame(Duration.seconds(1), _ -> secondPassed()));
        seconds.setCycleCount(Animation.INDEFINITE);
        shell.sceneProperty().subscribe(scene -> {
            keys.unsubscribe();
            if (scene == null) {
                keys = Subscription.EMPTY;
                seconds.stop();
            } else {
                keys = new ShellKeys(this).install(scene);
                seconds.play();
            }
        });
    }

    @FXML
    void switchTheme() {
        commands.switchTheme();
    }

    @FXML
    void showConnections() {
        commands.showConnections();
    }

    @FXML
    void showSettings() {
        commands.showSettings();
    }

    @FXML
    void showDiagnostics() {
        commands.showDiagnostics();
    }

    @FXML
    void signIn() {
        commands.signIn();
    }

    @FXML
    void switchChanges() {
        if (model.readOnlyProperty().get()) {
            commands.switchChangesOn();
        } else {
            commands.switchChangesOff();
        }
    }

    /** Puts the keyboard where work begins. */
    public void focusFirst() {
        current().list().controller().focusTable();
    }

    /**
     * How the window's content is now.
     *
     * @param window where the window is
     */
    public LayoutMemory layout(Optional<WindowBounds> window) {
        return layout.now(window, tabs.getSelectionModel().getSelectedItem().getId());
    }

    /** Puts the window's content back as it was left. */
    public void restore(LayoutMemory remembered) {
        layout.restore(remembered);
        tabs.getTabs()
                .stream()
                .filter(tab -> remembered.lastTab().equals(Optional.of(tab.getId())))
                .findFirst()
                .ifPresent(tabs.getSelectionModel()::select);
    }

    /**
     * Puts something into the corner of the notices that stays until it is taken away.
     *
     * @param maker makes it, given what takes it away
     */
    public void keepNotice(Function<Runnable, Node> maker) {
        notices.keep(maker);
    }

    /** Connects the switch that keeps notices from popping up. */
    public void follow(InterruptionsViewModel interruptions) {
        doNotDisturb.setOnAction(_ -> interruptions.setDoNotDisturb(doNotDisturb.isSelected()));
        interruptions.doNotDisturbProperty().subscribe(on -> {
            doNotDisturb.setSelected(on);
            doNotDisturb.setGraphic(new FontIcon(on ? Feather.BELL_OFF : Feather.BELL));
            tip(doNotDisturb, messages.get(on ? "shell.disturb.on" : "shell.disturb.off"));
        });
    }

    ModalPane modal() {
        return modal;
    }

    void focusSearch() {
        current().list().controller().focusSearch();
    }

    void refresh() {
        current().model().load();
    }

    void selectTab(int index) {
        tabs.getSelectionModel().select(index);
        if (activityTab.isSelected()) {
            activity.get().controller().focusTable();
        } else {
            current().list().controller().focusTable();
        }
    }

    void openPane() {
        current().workspace().openDrawer();
    }

    boolean closePane() {
        return current().workspace().closeDrawer();
    }

    void requestDue() {
        current().detail().requestDue();
    }

    /** Shows the list of keys, or puts it away. */
    @FXML
    void toggleKeys() {
        if (modal.getContent() instanceof KeyOverlay && modal.isDisplay()) {
            modal.hide(true);
        } else if (!modal.isDisplay()) {
            modal.setAlignment(Pos.CENTER);
            modal.setPersistent(false);
            modal.show(new KeyOverlay(messages));
        }
    }

    /** Says what the program is. */
    @FXML
    void showAbout() {
        AboutDialog.show(messages, modal);
    }

    boolean isDialogOpen() {
        return modal.isDisplay();
    }

    private void initializeSession() {
        sessionState.textProperty().bind(model.sessionProperty());
        sessionState.visibleProperty().bind(model.sessionProperty().isNotEmpty());
        Tips.set(sessionState, messages.get("shell.session.tip"));
        rightsItem.textProperty().bind(model.rightsProperty());
        signInItem.setVisible(model.isSignedInByPerson());
        changesItem.setVisible(model.access() == Access.READ_ONLY_AT_FIRST);
        model.readOnlyProperty().subscribe(off -> changesItem.setText(messages.get(off
                ? "shell.session.menu.changes-on"
                : "shell.session.menu.changes-off")));
    }

    /** Says what a control is for, to the eye and to a screen reader. */
    private static void tip(Control control, String text) {
        Tips.set(control, text);
        control.setAccessibleText(text);
    }

    /** Beside the pane, whose buttons and figures must not be covered. */
    private void placeNotices() {
        var bench = activityTab.isSelected() ? Optional.<Workbench>empty()
                : adhocTab.isSelected() ? adhoc.ifMade() : Optional.of(regular);
        noticeArea.setTranslateX(-bench.map(each -> each.workspace().paneSpaceProperty().get()).orElse(0.0));
    }

    private void secondPassed() {
        model.secondPassed();
        if (!activityTab.isSelected()) {
            current().detail().secondPassed();
        }
        statusRate.setText(model.rate());
        showStalled();
    }

    private void showStalled() {
        var stalled = model.stalled();
        statusStalled.setText(messages.get("shell.status.stalled", stalled));
        statusStalled.setVisible(stalled > 0);
        statusStalled.setManaged(stalled > 0);
    }

    private Workbench current() {
        return tabs.getSelectionModel().getSelectedItem() == adhocTab ? adhoc.get() : regular;
    }

    private void initializeTabs() {
        runsTab.setContent(regular.list().root());
        fillWhenShown(adhocTab, () -> adhoc.get().list().root());
        fillWhenShown(activityTab, () -> activity.get().root());
        title(runsTab, "shell.tab.regular", regular.model());
        title(adhocTab, "shell.tab.adhoc", model.adhoc());
        var activityTitle = new TitledTab(activityTab, messages.get("shell.tab.activity"));
        activityModel.countProperty().subscribe(count -> activityTitle.show(count.longValue() == 0 ? ""
                : count.toString()));
    }

    private static void fillWhenShown(Tab tab, Supplier<? extends Node> content) {
        tab.selectedProperty().subscribe(selected -> {
            if (selected && tab.getContent() == null) {
                tab.setContent(content.get());
            }
        });
    }

    private void title(Tab tab, String key, RunListViewModel list) {
        var title = new TitledTab(tab, messages.get(key));
        list.countsProperty().subscribe(counts -> title.show(counts.loaded() == 0
                ? ""
                : counts.complete() ? Integer.toString(counts.loaded()) : counts.loaded() + "+"));
    }

    private void initializeStatus() {
        regular.model().countsProperty().subscribe(_ -> showCounts());
        model.adhoc().countsProperty().subscribe(_ -> showCounts());
        tabs.getSelectionModel().selectedItemProperty().subscribe(_ -> showCounts());
        model.staleProperty().subscribe(stale -> {
            statusConnected.setText(messages.get(stale ? "shell.status.disconnected" : "shell.status.connected"));
            Styles.choose(statusConnected, stale ? "disconnected" : "connected", "connected", "disconnected");
        });
    }

    private void showCounts() {
        var counts = current().model().countsProperty().get();
        statusShown.setText(shownWords(counts));
        var running = regular.model().countsProperty().get().running() + model.adhoc().countsProperty().get().running();
        statusRunning.setText(messages.get("shell.status.running", running));
        statusRunning.setVisible(running > 0);
        statusRunning.setManaged(running > 0);
    }

    private String shownWords(Counts counts) {
        if (!counts.complete()) {
            return messages.get("shell.status.loading", counts.loaded());
        }
        return counts.shown() == counts.loaded()
                ? messages.get("shell.status.all", counts.shown())
                : messages.get("shell.status.shown", counts.shown(), counts.loaded());
    }
}
