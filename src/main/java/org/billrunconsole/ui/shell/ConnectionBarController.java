package org.billrunconsole.ui.shell;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.ui.kit.FoldingBar;
import org.billrunconsole.ui.kit.KeyHints;
import org.billrunconsole.ui.kit.LazyTooltips;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.Theme;
import org.billrunconsole.ui.kit.WhileShown;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Binds the bar at the top: where we are connected, as whom, how fresh it is, and the program's menu. */
public final class ConnectionBarController {

    /** What is left of them at least, in pixels, where there is no room for all. */
    private static final double LEAST_ADDRESS = 64;
    private static final double LEAST_PILL = 150;

    /** More than that is many. */
    private static final int MOST_UNREAD = 99;

    private final ShellViewModel model;
    private final Messages messages;
    private final ObservableValue<Theme> theme;
    private final ShellCommands commands;
    private Runnable keys = () -> {};
    private Runnable about = () -> {};
    private Runnable notices = () -> {};

    /** Whether there is room for the short words only. */
    private final BooleanProperty liveBrief = new SimpleBooleanProperty();
    private final BooleanProperty sessionBrief = new SimpleBooleanProperty();

    @FXML
    private FoldingBar bar;
    @FXML
    private ImageView appMark;
    @FXML
    private Label appName;
    @FXML
    private Button environmentPill;
    @FXML
    private Label address;
    @FXML
    private ToggleButton pauseButton;
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
    private Button noticesButton;
    @FXML
    private Button themeButton;
    @FXML
    private MenuButton settingsButton;

    ConnectionBarController(ShellViewModel model, Messages messages, ObservableValue<Theme> theme,
            ShellCommands commands) {
        this.model = model;
        this.messages = messages;
        this.theme = theme;
        this.commands = commands;
    }

    @FXML
    void initialize() {
        appMark.setImage(AppIcon.image(64));
        environmentPill.textProperty().bind(model.environmentProperty());
        LazyTooltips.name(environmentPill, messages.get("shell.connections.tip", KeyHints.shortcut(messages, "K")));
        model.environmentProperty().subscribe(environmentPill::setAccessibleText);
        environmentPill.getStyleClass().add(Sentences.key(model.connection().kind()));
        address.setText(model.connection().address());
        // In a small window it may be cut short.
        LazyTooltips.set(address, model.connection().address());
        liveState.textProperty().bind(Bindings.when(liveBrief).then(model.liveBriefProperty()).otherwise(
                model.liveProperty()));
        liveState.accessibleTextProperty().bind(model.liveProperty());
        model.staleProperty().subscribe(stale -> liveState.pseudoClassStateChanged(Styles.state("stale"), stale));
        pauseButton.selectedProperty().subscribe(model::setPaused);
        pauseButton.selectedProperty().subscribe(paused -> {
            LazyTooltips.name(pauseButton, messages.get(paused ? "shell.resume" : "shell.pause"));
            pauseButton.setGraphic(new FontIcon(paused ? Feather.PLAY : Feather.PAUSE));
        });
        initializeSession();
        model.notices().unreadProperty().subscribe(this::showUnread);
        LazyTooltips.name(themeButton,
                messages.get("shell.theme.tip", KeyHints.shortcut(messages, KeyHints.shifted(messages, "L"))));
        // The theme is the window's, which outlives this connection.
        WhileShown.subscribe(themeButton, _ -> theme.subscribe(
                now -> themeButton.setGraphic(new FontIcon(now.isDark() ? Feather.SUN : Feather.MOON))));
        LazyTooltips.name(settingsButton, messages.get("shell.menu.tip"));
        // Where we are connected is what one must know; the window's title says the program's name too.
        bar.setFolds(List.of(fold -> show(!fold, appName),
                sessionBrief::set,
                liveBrief::set,
                // Its key and the settings are left.
                fold -> show(!fold, themeButton),
                fold -> address.setMinWidth(fold ? LEAST_ADDRESS : Region.USE_PREF_SIZE),
                fold -> environmentPill.setMinWidth(fold ? LEAST_PILL : Region.USE_PREF_SIZE)));
    }

    private static void show(boolean shown, Node part) {
        part.setVisible(shown);
        part.setManaged(shown);
    }

    /**
     * Connects what the menu offers of the window itself.
     *
     * @param showKeys  shows the list of keys
     * @param showAbout says what the program is
     * @param showNotices shows the notices that were kept
     */
    void offer(Runnable showKeys, Runnable showAbout, Runnable showNotices) {
        keys = showKeys;
        about = showAbout;
        notices = showNotices;
    }

    @FXML
    void showNotices() {
        notices.run();
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
    void verifyEvidence() {
        commands.verifyEvidence();
    }

    @FXML
    void toggleKeys() {
        keys.run();
    }

    @FXML
    void showAbout() {
        about.run();
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

    /** How many notices nobody has read, in figures on the bell and in words for whoever cannot see it. */
    private void showUnread(Number unread) {
        var none = unread.intValue() == 0;
        noticesButton.setText(none ? ""
                : unread.intValue() > MOST_UNREAD
                        ? messages.get("shell.notices.many", MOST_UNREAD)
                        : messages.get("shell.notices.count", unread));
        noticesButton.pseudoClassStateChanged(Styles.state("unread"), !none);
        LazyTooltips.name(noticesButton, messages.get("shell.notices.tip", unread,
                KeyHints.shortcut(messages, KeyHints.shifted(messages, "N"))));
    }

    private void initializeSession() {
        sessionState.textProperty().bind(Bindings.when(sessionBrief).then(model.sessionBriefProperty()).otherwise(
                model.sessionProperty()));
        sessionState.accessibleTextProperty().bind(model.sessionProperty());
        sessionState.visibleProperty().bind(model.sessionProperty().isNotEmpty());
        LazyTooltips.set(sessionState, messages.get("shell.session.tip"));
        rightsItem.textProperty().bind(model.rightsProperty());
        signInItem.setVisible(model.isSignedInByPerson());
        changesItem.setVisible(model.access() == Access.READ_ONLY_AT_FIRST);
        model.readOnlyProperty().subscribe(off -> changesItem.setText(messages.get(off
                ? "shell.session.menu.changes-on"
                : "shell.session.menu.changes-off")));
    }
}
