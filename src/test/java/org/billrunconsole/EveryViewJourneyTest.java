package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableCell;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.billrunconsole.app.PlatformServices;
import org.billrunconsole.desktop.DesktopNotices;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.settings.Folders;
import org.billrunconsole.settings.Preferences;
import org.billrunconsole.settings.SettingsStore;
import org.billrunconsole.settings.policy.PolicyPlace;
import org.billrunconsole.testkit.AccessibleNames;
import org.billrunconsole.testkit.ColourVision;
import org.billrunconsole.testkit.Contrast;
import org.billrunconsole.testkit.FocusRing;
import org.billrunconsole.testkit.Frames;
import org.billrunconsole.testkit.LayoutFaults;
import org.billrunconsole.testkit.Nodes;
import org.billrunconsole.testkit.Pictures;
import org.billrunconsole.testkit.PseudoTexts;
import org.billrunconsole.testkit.Sandboxes;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.testkit.TabOrder;
import org.billrunconsole.ui.kit.Theme;
import org.billrunconsole.ui.runlist.rows.RunRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/**
 * Goes through the views, dialogs, cards and menus of a whole console in each language, and once with high contrast,
 * and looks at each in a large and in a small window, one in the light and one in the dark look: words that are cut off,
 * stand over others or can hardly be read, controls that a screen reader cannot name, and where Tab goes against the eye.
 * All that is found is said at the end.
 */
@ShowsWindow
class EveryViewJourneyTest {

    /** What the console speaks. */
    enum Speech {
        ENGLISH("en-GB", 100), GERMAN("de-DE", 100), GERMAN_IN_LARGE_TEXT("de-DE", 150), PSEUDO("en-GB", 100),
        ENGLISH_IN_LARGE_TEXT("en-GB", 150), PSEUDO_IN_LARGE_TEXT("en-GB", 150),
        ENGLISH_IN_HIGH_CONTRAST("en-GB", 100);

        private final Locale region;
        private final int textPercent;

        Speech(String region, int textPercent) {
            this.region = Locale.forLanguageTag(region);
            this.textPercent = textPercent;
        }

        private boolean isPseudo() {
            return this == PSEUDO || this == PSEUDO_IN_LARGE_TEXT;
        }

        private String language() {
            return name().startsWith("GERMAN") ? "de" : "en";
        }
    }

    /** How large the window is and how it looks. */
    record Size(double width, double height, Theme theme) {}

    static final List<Size> SIZES = List.of(new Size(1000, 680, Theme.DARK), new Size(1440, 900, Theme.LIGHT));

    static final List<Size> HIGH = List.of(new Size(1000, 680, Theme.DARK_HIGH),
            new Size(1440, 900, Theme.LIGHT_HIGH));

    @RegisterExtension
    private final Sandboxes sandboxes = new Sandboxes();
    private final FxRobot robot = new FxRobot();
    private final Hands hands = new Hands(robot);
    private final Locale before = Locale.getDefault();
    private final Set<String> faults = new TreeSet<>();
    private final Set<String> measured = new HashSet<>();
    @TempDir
    private Path folder;
    private ConsoleApp app;
    private Stage stage;
    private Speech speech = Speech.ENGLISH;

    @AfterEach
    void close() throws Exception {
        FxToolkit.cleanupApplication(app);
        FxToolkit.cleanupStages();
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"PSEUDO", "ENGLISH_IN_LARGE_TEXT"})
    void everyWordHasRoomAndEveryControlAName(Speech spoken) throws Exception {
        open(spoken);
        look("welcome");
        hands.dismissWelcome();
        theLists();
        thePane();
        theCardsAndMenus();
        theDialogs();
        many();
        theOtherPages();
        assertThat(faults).as("what is wrong in %s", spoken).isEmpty();
    }

    private void open(Speech spoken) throws Exception {
        speech = spoken;
        var usual = Preferences.DEFAULT;
        new SettingsStore(Folders.within(folder), InstantSource.system()).save(new Preferences(usual.theme(),
                usual.contrast(), usual.density(), spoken.textPercent, Optional.of(spoken.language()),
                Optional.of(spoken.region.toLanguageTag()), usual.tickSeconds(), usual.thresholds(), usual.notices(),
                usual.desktopNotifications(), usual.coolingOffSeconds(), usual.unlockNeedsReason(), false));
        stage = FxToolkit.registerPrimaryStage();
        app = (ConsoleApp) FxToolkit.setupApplication(() -> new ConsoleApp(PlatformServices.real()
                .withSandbox(sandboxes::watching)
                .withDesktop(DesktopNotices.none())
                .withPolicy(PolicyPlace.at(Path.of("no-policy.json"), _ -> false))
                .withTexts(language -> spoken.isPseudo() ? new PseudoTexts() : Messages.texts(language))
                .withScreen(1440, 900), "--config-dir", folder.toString()));
        Hands.until(() -> !hands.rows(RunKind.REGULAR).isEmpty());
    }

    // ---- What there is

    private void theLists() {
        look("runs");
        segment(0);
        look("runs-all");
        hands.type("#searchField", "nothing has this name");
        Hands.until(() -> hands.rows(RunKind.REGULAR).isEmpty());
        look("runs-no-match");
        fire("#clearFilters");
        Hands.until(() -> !hands.rows(RunKind.REGULAR).isEmpty());
    }

    private void thePane() {
        hands.choose(RunKind.REGULAR, row -> DialogsJourneyTest.isOpen(row));
        for (int tab = 0; tab < 5; tab++) {
            int index = tab;
            robot.interact(() -> robot.lookup(".pane-tabs").queryAs(TabPane.class).getSelectionModel().select(index));
            look("pane-" + tab);
        }
        robot.interact(() -> robot.lookup(".pane-tabs").queryAs(TabPane.class).getSelectionModel().select(0));
        fire("#actionNote");
        Hands.until(() -> hands.isSeen("#noteArea"));
        look("note");
        hands.push(KeyCode.ESCAPE);
        fire("#actionReview");
        Hands.until(() -> hands.isSeen("#reviewChecked"));
        look("review");
        fire("#reviewLook");
        look("review-look");
        fire("#reviewBack");
        for (var known : List.of(Known.REPORTING, Known.DRAFT_INVOICES, Known.FULL_INVOICES)) {
            hands.choose(RunKind.REGULAR, row -> DialogsJourneyTest.isReady(row, known));
            look("pane-ready-" + known.name().toLowerCase(Locale.ROOT));
        }
        hands.choose(RunKind.REGULAR, row -> row.run().hasStatus(RunStatus.Known.FINALIZED));
        look("pane-finished");
    }

    private void theCardsAndMenus() {
        hands.choose(RunKind.REGULAR, row -> DialogsJourneyTest.isOpen(row));
        for (var menu : List.of("moreActions", "exportButton", "columnsButton", "sessionState", "settingsButton")) {
            for (var size : sizes(speech)) {
                resize(size);
                robot.interact(() -> hands.seen("#" + menu).filter(MenuButton.class::isInstance)
                        .map(MenuButton.class::cast)
                        .ifPresent(MenuButton::show));
                walk("menu-" + menu, size);
                robot.interact(() -> hands.seen("#" + menu).filter(MenuButton.class::isInstance)
                        .map(MenuButton.class::cast)
                        .ifPresent(MenuButton::hide));
            }
        }
        for (var card : List.of("filtersButton", "viewsButton")) {
            for (var size : sizes(speech)) {
                resize(size);
                fire("#" + card);
                walk("card-" + card, size);
                hands.push(KeyCode.ESCAPE);
            }
        }
        keyed("search", () -> hands.push(KeyCode.CONTROL, KeyCode.P));
        keyed("notices", () -> hands.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N));
        keyed("keys", () -> hands.push(KeyCode.F1));
        keyed("about", () -> hands.push(KeyCode.CONTROL, KeyCode.I));
    }

    private void theDialogs() {
        hands.push(KeyCode.CONTROL, KeyCode.K);
        Hands.until(() -> hands.isSeen("#connectionsDialog"));
        look("connections");
        fire("#addButton");
        look("connections-add");
        hands.push(KeyCode.ESCAPE);
        Hands.until(() -> !hands.isSeen("#connectionsDialog"));
        menuItem("#settingsButton", 0);
        Hands.until(() -> hands.isSeen("#settingsDialog"));
        look("settings");
        fire("#diagnosticsButton");
        Hands.until(() -> hands.isSeen("#diagnosticsDialog"));
        look("diagnostics");
        hands.push(KeyCode.ESCAPE);
        Hands.until(() -> !hands.isSeen("#diagnosticsDialog"));
        ask("close", DialogsJourneyTest::isOpen, "#actionPrimary");
        ask("invoice-date", DialogsJourneyTest::isOpen, "#actionInvoiceDate");
        ask("drafts", row -> DialogsJourneyTest.isReady(row, Known.REPORTING), "#actionPrimary");
        ask("full", row -> DialogsJourneyTest.isReady(row, Known.DRAFT_INVOICES), "#actionPrimary");
        ask("distribute", row -> DialogsJourneyTest.isReady(row, Known.FULL_INVOICES), "#actionPrimary");
        hands.choose(RunKind.REGULAR, DialogsJourneyTest::isOpen);
        hands.askInMenu("#actionAdjustSchedule");
        look("dialog-schedule");
        hands.push(KeyCode.ESCAPE);
        hands.untilClosed();
    }

    private void many() {
        robot.interact(() -> robot.lookup("#runsTable").query().requestFocus());
        hands.push(KeyCode.CONTROL, KeyCode.A);
        Hands.until(() -> hands.isSeen("#bulkBar"));
        look("bulk");
        fire("#bulkThrough");
        Hands.until(() -> hands.isSeen("#planSheet") && !hands.isSeen("#preparing"));
        look("plan-sheet");
        hands.push(KeyCode.ESCAPE);
        Hands.until(() -> !hands.isSeen("#planSheet"));
        fire("#bulkClear");
    }

    private void theOtherPages() {
        hands.goTo(RunKind.ADHOC);
        hands.choose(RunKind.ADHOC, _ -> true);
        look("adhoc");
        hands.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        Hands.until(() -> hands.isSeen("#board"));
        look("board");
        hands.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        Hands.until(() -> hands.isSeen("#activityTable"));
        look("activity");
    }

    // ---- Hands

    private void ask(String name, Predicate<RunRow> run, String button) {
        hands.choose(RunKind.REGULAR, run);
        hands.ask(button);
        look("dialog-" + name);
        hands.push(KeyCode.ESCAPE);
        hands.untilClosed();
    }

    private void keyed(String name, Runnable open) {
        open.run();
        look(name);
        hands.push(KeyCode.ESCAPE);
    }

    private void segment(int place) {
        robot.interact(() -> robot.from(Nodes.visible(robot, "#statusFilter", Node.class)).lookup(".toggle-button")
                .queryAllAs(ButtonBase.class).stream().skip(place).findFirst().orElseThrow().fire());
    }

    private void menuItem(String button, int place) {
        Hands.until(() -> hands.isSeen(button));
        robot.interact(() -> Nodes.visible(robot, button, MenuButton.class).getItems().get(place).fire());
    }

    private void fire(String button) {
        Hands.until(() -> hands.seen(button).filter(node -> !node.isDisabled()).isPresent());
        robot.interact(() -> Nodes.visible(robot, button, ButtonBase.class).fire());
    }

    // ---- Eyes

    /** Where there is the least room; {@link EveryViewEndurance} looks at all. */
    List<Size> sizes(Speech spoken) {
        return switch (spoken) {
            case ENGLISH, GERMAN -> SIZES;
            case GERMAN_IN_LARGE_TEXT, PSEUDO_IN_LARGE_TEXT -> List.of(SIZES.getFirst());
            case ENGLISH_IN_HIGH_CONTRAST -> List.of(HIGH.getFirst());
            case PSEUDO, ENGLISH_IN_LARGE_TEXT -> List.of();
        };
    }

    private void look(String name) {
        for (var size : sizes(speech)) {
            resize(size);
            walk(name, size);
        }
    }

    /** The looks and the places of controls are the same in every language. */
    private boolean isLookedAtClosely() {
        return speech == Speech.ENGLISH || speech == Speech.ENGLISH_IN_HIGH_CONTRAST;
    }

    private void resize(Size size) {
        robot.interact(() -> {
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(size.width());
            stage.setHeight(size.height());
            size.theme().apply(stage.getScene(), speech.textPercent);
        });
        Frames.settle(stage.getScene());
    }

    private void walk(String name, Size size) {
        var windows = Hands.see(() -> Window.getWindows().stream().filter(Window::isShowing).map(Window::getScene)
                .toList());
        windows.forEach(Frames::settle);
        robot.interact(() -> windows.forEach(scene -> walk(scene, name, size)));
        if (isLookedAtClosely()) {
            // A menu closes when the keyboard leaves it.
            windows.stream().filter(scene -> !(scene.getWindow() instanceof ContextMenu)).forEach(scene -> rings(scene,
                    name, size));
        }
    }

    /** How well the keyboard's place is seen; what is in several views is measured in one, once in each look. */
    private void rings(Scene scene, String name, Size size) {
        var before = Hands.see(scene::getFocusOwner);
        for (var stop : Hands.see(() -> TabOrder.of(scene).stops())) {
            var what = Hands.see(() -> TabOrder.name(stop));
            if (measured.add(what + " " + size.theme())) {
                var width = FocusRing.width(scene, stop);
                if (width < FocusRing.LEAST) {
                    faults.add(
                            "%s %d: the ring of %s has %.2f px in the %s look".formatted(name, (int) size.width(), what,
                                    width, size.theme()));
                }
            }
        }
        if (before != null) {
            robot.interact(before::requestFocus);
        }
    }

    private void walk(Scene scene, String name, Size size) {
        var file = "tour/%s-%s-%s-%d".formatted(speech.name().toLowerCase(Locale.ROOT), name,
                size.theme().name().toLowerCase(Locale.ROOT), (int) size.width());
        if (speech.language().equals("de") || speech == Speech.ENGLISH_IN_HIGH_CONTRAST) {
            // The others are pictured by other tests, or for nobody to read.
            Pictures.keep(scene.snapshot(null), scene == stage.getScene() ? file : file + "-popup");
        }
        if (speech == Speech.ENGLISH && scene == stage.getScene()) {
            Pictures.keep(ColourVision.DEUTERANOPIA.see(scene.snapshot(null)), file.replace("tour/", "deuteranopia/"));
        }
        var found = new ArrayList<String>();
        found.addAll(LayoutFaults.of(scene.getRoot()));
        found.addAll(AccessibleNames.missing(scene.getRoot()));
        if (isLookedAtClosely()) {
            Contrast.tooFaint(scene.getRoot(), size.theme().isHighContrast() ? Contrast.HIGH : Contrast.ENOUGH)
                    .forEach(each -> found.add(each + " : 1 in the " + size.theme() + " look"));
            TabOrder.of(scene).jumps().forEach(each -> found.add("Tab goes " + each));
        }
        if (speech.isPseudo()) {
            literals(scene.getRoot(), found);
        }
        found.forEach(each -> faults.add(name + " " + (int) size.width() + ": " + each));
    }

    /** Words of the program that stand in no bundle: those of the pseudo-locale are in brackets. */
    private static void literals(Node node, List<String> found) {
        if (!node.isVisible() || node instanceof TableCell<?, ?>) {
            return;
        }
        if (node instanceof Labeled labeled && labeled.getText() != null
                && LITERAL.matcher(labeled.getText()).find()) {
            found.add("“" + labeled.getText() + "” is in no bundle");
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> literals(child, found));
        }
    }

    /** English words that a text without brackets would have; names of runs and cycles have none of them. */
    private static final Pattern LITERAL = Pattern
            .compile("^[^\\[\\]]*\\b(the|of|to|run|runs|is|no|not|and|for)\\b[^\\[\\]]*$");
}
