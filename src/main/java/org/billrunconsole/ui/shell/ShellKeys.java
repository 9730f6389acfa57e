package org.billrunconsole.ui.shell;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.ui.kit.Focus;
import org.billrunconsole.ui.kit.KeyHints;

/** The window's keys. */
final class ShellKeys {

    /** Where a key works. */
    enum Reach {
        /** In the window, while no dialog is open. */
        WINDOW,
        /** The same, and only if there is something for it to do there; else whatever has the keyboard gets it. */
        IF_WANTED,
        /** Over dialogs too. Not an accelerator: an open dialog keeps those to itself. */
        EVERYWHERE,
        /** In a list, the board or another part of the window, which take it by themselves. */
        LIST,
        /** In a dialog, which takes it by itself. */
        DIALOG
    }

    /** The keys and what each does. Both what handles them and the list that F1 shows are made of this one table. */
    enum Key {
        ANYTHING("shell.keys.anything", ShellController::showSearch, shortcut(KeyCode.P)),
        SEARCH("shell.keys.search", ShellController::focusSearch, shortcut(KeyCode.F)),
        REFRESH("shell.keys.refresh", ShellController::refresh, plain(KeyCode.F5), shortcut(KeyCode.R)),
        FIRST_TAB("shell.keys.tab.first", shell -> shell.selectTab(0), shortcut(KeyCode.DIGIT1)),
        SECOND_TAB("shell.keys.tab.second", shell -> shell.selectTab(1), shortcut(KeyCode.DIGIT2)),
        THIRD_TAB("shell.keys.tab.third", shell -> shell.selectTab(2), shortcut(KeyCode.DIGIT3)),
        FOURTH_TAB("shell.keys.tab.fourth", shell -> shell.selectTab(3), shortcut(KeyCode.DIGIT4)),
        NEXT_PART("shell.keys.part.next", shell -> shell.goToPart(1), plain(KeyCode.F6)),
        PREVIOUS_PART("shell.keys.part.previous", shell -> shell.goToPart(-1), shift(KeyCode.F6)),
        LINE("shell.keys.line", Reach.IF_WANTED, ShellKeys::moveLine, altShift(KeyCode.LEFT), altShift(KeyCode.RIGHT)),
        OPEN("shell.keys.open", Reach.IF_WANTED, ShellKeys::openPane, plain(KeyCode.ENTER)),
        CHOOSE("shell.keys.choose", Reach.LIST, (_, _) -> false, plain(KeyCode.SPACE)),
        CHOOSE_MORE("shell.keys.choose.range", Reach.LIST, (_, _) -> false, shift(KeyCode.UP), shift(KeyCode.DOWN)),
        CHOOSE_TO("shell.keys.choose.to", Reach.LIST, (_, _) -> false, shift(KeyCode.SPACE), shift(KeyCode.HOME),
                shift(KeyCode.END)),
        CHOOSE_ALL("shell.keys.choose.all", Reach.LIST, (_, _) -> false, shortcut(KeyCode.A)),
        COPY("shell.keys.copy", Reach.LIST, (_, _) -> false, shortcut(KeyCode.C)),
        MENU("shell.keys.menu", Reach.LIST, (_, _) -> false, shift(KeyCode.F10)),
        ENDS("shell.keys.ends", Reach.LIST, (_, _) -> false, plain(KeyCode.HOME), plain(KeyCode.END)),
        PAGES("shell.keys.pages", Reach.LIST, (_, _) -> false, plain(KeyCode.PAGE_UP), plain(KeyCode.PAGE_DOWN)),
        FOLD("shell.keys.fold", Reach.LIST, (_, _) -> false, plain(KeyCode.LEFT), plain(KeyCode.RIGHT)),
        HEADING("shell.keys.heading", Reach.LIST, (_, _) -> false, shortcut(KeyCode.LEFT), shortcut(KeyCode.RIGHT)),
        ROW("shell.keys.row", Reach.LIST, (_, _) -> false, plain(KeyCode.TAB)),
        SORT("shell.keys.heading.sort", Reach.LIST, (_, _) -> false, alt(KeyCode.UP), alt(KeyCode.DOWN)),
        MOVE_COLUMN("shell.keys.column.move", Reach.LIST, (_, _) -> false, alt(KeyCode.LEFT), alt(KeyCode.RIGHT)),
        COLUMN_WIDTH("shell.keys.column.width", Reach.LIST, (_, _) -> false, plain(KeyCode.PLUS),
                plain(KeyCode.MINUS)),
        NEXT_MATCH("shell.keys.json.next", Reach.LIST, (_, _) -> false, plain(KeyCode.F3), shift(KeyCode.F3)),
        KEEP_NOTE("shell.keys.note.keep", Reach.LIST, (_, _) -> false, shortcut(KeyCode.ENTER)),
        PUT_AWAY("shell.keys.notice.away", Reach.LIST, (_, _) -> false, plain(KeyCode.ENTER),
                plain(KeyCode.DELETE)),
        CARDS("shell.keys.cards", Reach.LIST, (_, _) -> false, plain(KeyCode.LEFT), plain(KeyCode.RIGHT),
                plain(KeyCode.UP), plain(KeyCode.DOWN)),
        MONTH("shell.keys.month", Reach.LIST, (_, _) -> false, plain(KeyCode.PAGE_UP), plain(KeyCode.PAGE_DOWN)),
        NAMED_VIEW("shell.keys.views", Reach.LIST, (_, _) -> false, shortcut(KeyCode.DIGIT1),
                shortcut(KeyCode.DIGIT9)),
        LETTER("shell.keys.letter", Reach.DIALOG, (_, _) -> false, alt(KeyCode.A), alt(KeyCode.Z)),
        DUE("shell.keys.due", ShellController::requestDue, shortcut(KeyCode.ENTER)),
        REVIEW("shell.keys.review", ShellController::review, shortcutShift(KeyCode.R)),
        BACK("shell.keys.close", Reach.IF_WANTED, ShellKeys::stepBack, plain(KeyCode.ESCAPE)),
        EXPORT("shell.keys.export", ShellController::export, shortcut(KeyCode.E)),
        NOTICES("shell.keys.notices", ShellController::showNotices, shortcutShift(KeyCode.N)),
        CONNECTIONS("shell.keys.connections", ShellController::showConnections, shortcut(KeyCode.K)),
        THEME("shell.keys.theme", Reach.EVERYWHERE, always(ShellCommands::switchTheme), shortcutShift(KeyCode.L)),
        // Where the plus is and what is held with it differs from keyboard to keyboard.
        LARGER_TEXT("shell.keys.text.larger", Reach.EVERYWHERE, always(ShellCommands::enlargeText),
                anyShift(KeyCode.PLUS), anyShift(KeyCode.EQUALS), anyShift(KeyCode.ADD)),
        SMALLER_TEXT("shell.keys.text.smaller", Reach.EVERYWHERE, always(ShellCommands::shrinkText),
                anyShift(KeyCode.MINUS), anyShift(KeyCode.SUBTRACT)),
        USUAL_TEXT("shell.keys.text.usual", Reach.EVERYWHERE, always(ShellCommands::resetText),
                anyShift(KeyCode.DIGIT0), anyShift(KeyCode.NUMPAD0)),
        ABOUT("about.title", ShellController::showAbout, shortcut(KeyCode.I)),
        HELP("shell.keys.help", ShellController::showKeys, plain(KeyCode.F1));

        private final String words;
        private final Reach reach;
        private final Consumer<ShellController> command;
        private final BiPredicate<ShellController, KeyEvent> taker;
        private final List<KeyCodeCombination> combinations;

        Key(String words, Consumer<ShellController> command, KeyCodeCombination... combinations) {
            this(words, Reach.WINDOW, command, (_, _) -> false, combinations);
        }

        /** @param taker tells whether there was anything to do */
        Key(String words, Reach reach, BiPredicate<ShellController, KeyEvent> taker,
                KeyCodeCombination... combinations) {
            this(words, reach, _ -> {}, taker, combinations);
        }

        Key(String words, Reach reach, Consumer<ShellController> command,
                BiPredicate<ShellController, KeyEvent> taker, KeyCodeCombination... combinations) {
            this.words = words;
            this.reach = reach;
            this.command = command;
            this.taker = taker;
            this.combinations = List.of(combinations);
        }

        /** What it does, as a message's key. */
        String words() {
            return words;
        }

        Reach reach() {
            return reach;
        }

        private boolean isPressed(KeyEvent event) {
            return combinations.stream().anyMatch(each -> each.match(event))
                    // Whatever key writes it, as one of the digits in Switzerland.
                    || this == LARGER_TEXT && event.isShortcutDown() && !event.isAltDown()
                            && "+".equals(event.getText());
        }

        void perform(ShellController shell) {
            command.accept(shell);
        }

        List<KeyCodeCombination> combinations() {
            return combinations;
        }

        /** What to press, as the user's system and language write it. */
        String hint(Messages messages) {
            var hints = combinations.stream().filter(each -> !isElsewhere(each)).map(each -> ShellKeys.hint(messages,
                    each));
            return (this == HELP ? Stream.concat(hints, Stream.of(QUESTION_MARK)) : hints).collect(Collectors.joining(
                    this == NAMED_VIEW || this == LETTER ? " … " : ", "));
        }

        /** True if the user's system has it. */
        boolean isKnown() {
            return this != LETTER || !KeyHints.isMac();
        }
    }

    /** Asks for help wherever nothing is typed. */
    private static final String QUESTION_MARK = "?";
    /** By how much a key moves the line between rows and pane, in pixels. */
    private static final double LINE_STEP = 24;

    private final ShellController shell;

    ShellKeys(ShellController shell) {
        this.shell = shell;
    }

    /** Takes the keys; the subscription gives them back. */
    Subscription install(Scene scene) {
        keys(Reach.WINDOW).forEach(key -> key.combinations().forEach(
                combination -> scene.getAccelerators().put(combination, () -> performUnlessDialog(key))));
        EventHandler<KeyEvent> typed = this::typed;
        EventHandler<KeyEvent> pressed = this::pressed;
        scene.addEventHandler(KeyEvent.KEY_TYPED, typed);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, pressed);
        return () -> {
            // The next shell puts its own accelerators in place of these.
            scene.removeEventHandler(KeyEvent.KEY_TYPED, typed);
            scene.removeEventFilter(KeyEvent.KEY_PRESSED, pressed);
        };
    }

    private static Stream<Key> keys(Reach reach) {
        return Stream.of(Key.values()).filter(key -> key.reach() == reach);
    }

    /** While a dialog is open, the window behind it must not move. */
    private void performUnlessDialog(Key key) {
        if (!shell.isDialogOpen()) {
            key.perform(shell);
        }
    }

    private void typed(KeyEvent event) {
        if (QUESTION_MARK.equals(event.getCharacter()) && !(event.getTarget() instanceof TextInputControl)) {
            shell.showKeys();
        }
    }

    private void pressed(KeyEvent event) {
        if (perform(Reach.EVERYWHERE, event) || !shell.isDialogOpen() && perform(Reach.IF_WANTED, event)) {
            event.consume();
        }
    }

    private boolean perform(Reach reach, KeyEvent event) {
        return keys(reach).filter(key -> key.isPressed(event)).anyMatch(key -> key.taker.test(shell, event));
    }

    private static BiPredicate<ShellController, KeyEvent> always(Consumer<ShellCommands> command) {
        return (shell, _) -> {
            command.accept(shell.commands());
            return true;
        };
    }

    /** The same key in another place of the keyboard. */
    private static boolean isElsewhere(KeyCodeCombination key) {
        return switch (key.getCode()) {
            case EQUALS, ADD, SUBTRACT, NUMPAD0 -> true;
            default -> false;
        };
    }

    private static boolean openPane(ShellController shell, KeyEvent event) {
        var inTable = event.getTarget() instanceof TableView<?>;
        if (inTable) {
            shell.openPane();
        }
        return inTable;
    }

    /** Where something is typed these keys are for what is typed. */
    private static boolean moveLine(ShellController shell, KeyEvent event) {
        return !(event.getTarget() instanceof TextInputControl)
                && shell.moveLine(event.getCode() == KeyCode.LEFT ? -LINE_STEP : LINE_STEP);
    }

    private static boolean stepBack(ShellController shell, KeyEvent event) {
        return !Focus.isEscapeKept(event.getTarget()) && shell.stepBack();
    }

    private static String hint(Messages messages, KeyCodeCombination key) {
        var name = switch (key.getCode()) {
            case ESCAPE -> "Esc";
            case PLUS -> "+";
            case MINUS -> "−";
            case UP -> "↑";
            case DOWN -> "↓";
            case LEFT -> "←";
            case RIGHT -> "→";
            case PAGE_UP -> messages.get("key.page-up");
            case PAGE_DOWN -> messages.get("key.page-down");
            case HOME -> messages.get("key.home");
            case END -> messages.get("key.end");
            case DELETE -> messages.get("key.delete");
            case SPACE -> messages.get("key.space");
            case ENTER -> messages.get("key.enter");
            default -> key.getCode().getName();
        };
        var shifted = key.getShift() == ModifierValue.DOWN ? KeyHints.shifted(messages, name) : name;
        if (key.getAlt() == ModifierValue.DOWN) {
            return KeyHints.alt(shifted);
        }
        return key.getShortcut() == ModifierValue.DOWN ? KeyHints.shortcut(messages, shifted) : shifted;
    }

    private static KeyCodeCombination plain(KeyCode key) {
        return new KeyCodeCombination(key);
    }

    private static KeyCodeCombination shift(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHIFT_DOWN);
    }

    private static KeyCodeCombination alt(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.ALT_DOWN);
    }

    private static KeyCodeCombination shortcut(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
    }

    private static KeyCodeCombination altShift(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.ALT_DOWN, KeyCombination.SHIFT_DOWN);
    }

    private static KeyCodeCombination anyShift(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_ANY);
    }

    private static KeyCodeCombination shortcutShift(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    }
}
