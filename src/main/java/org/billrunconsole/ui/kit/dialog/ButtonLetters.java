package org.billrunconsole.ui.kit.dialog;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.IndexedCell;

/**
 * Which letter of its own words each button of a dialog has, to be pressed by. No two have the same; a button keeps its
 * letter for as long as the dialog is open and its words have that letter. Cancel comes first, then what Enter presses,
 * then what stands below with them, so that these have the letter they begin with in every dialog. The rows of a list
 * have none.
 */
final class ButtonLetters {

    private static final String OPENING = "“„«‹\"";
    private static final String CLOSING = "”“»›\"";

    private final Parent dialog;
    private final Map<ButtonBase, Character> given = new HashMap<>();

    ButtonLetters(Parent dialog) {
        this.dialog = dialog;
    }

    /** The buttons that can be seen now, disabled ones too, and their letters in capitals. */
    Map<ButtonBase, Character> now() {
        var seen = buttons(dialog).sorted(Comparator.comparing(ButtonLetters::rank)).toList();
        given.entrySet().removeIf(each -> place(each.getKey().getText(), each.getValue()).isEmpty());
        var texts = seen.stream().map(ButtonBase::getText).toList();
        for (var button : seen) {
            // What is said of several things says of none which it is.
            if (!given.containsKey(button) && texts.indexOf(button.getText()) == texts.lastIndexOf(button.getText())) {
                free(button.getText(), given.values()).ifPresent(letter -> given.put(button, letter));
            }
        }
        var letters = new HashMap<>(given);
        letters.keySet().retainAll(new HashSet<>(seen));
        return letters;
    }

    /** The button that can be seen now and has a letter. */
    Optional<ButtonBase> button(char letter) {
        return now().entrySet().stream().filter(each -> each.getValue() == letter).map(Map.Entry::getKey).findFirst();
    }

    /** The first letter of a text that is not taken, those at the beginning of a word before the others. */
    static Optional<Character> free(String text, Collection<Character> taken) {
        return places(text).map(place -> capital(text.charAt(place))).filter(letter -> !taken.contains(letter))
                .findFirst();
    }

    /** Where in a text its button's letter is; empty if the text does not have it. */
    static OptionalInt place(String text, char letter) {
        return places(text).filter(place -> capital(text.charAt(place)) == letter).mapToInt(place -> place).findFirst();
    }

    /** Letters that every keyboard has; those of a name in quotes may be others tomorrow. */
    private static Stream<Integer> places(String text) {
        var plain = withoutQuotes(text);
        return IntStream.range(0, plain.length()).boxed().filter(place -> isLetter(plain.charAt(place)))
                .sorted(Comparator.comparing(place -> place > 0 && Character.isLetterOrDigit(plain.charAt(place - 1))));
    }

    private static String withoutQuotes(String text) {
        var plain = new StringBuilder(text);
        var quoted = false;
        for (int place = 0; place < text.length(); place++) {
            var ends = quoted && CLOSING.indexOf(text.charAt(place)) >= 0;
            quoted = quoted ? !ends : OPENING.indexOf(text.charAt(place)) >= 0;
            if (quoted) {
                plain.setCharAt(place, ' ');
            }
        }
        return plain.toString();
    }

    private static boolean isLetter(char letter) {
        return capital(letter) >= 'A' && capital(letter) <= 'Z';
    }

    private static char capital(char letter) {
        return String.valueOf(letter).toUpperCase(Locale.ROOT).charAt(0);
    }

    private static int rank(ButtonBase button) {
        if (button instanceof Button plain && plain.isCancelButton()) {
            return 0;
        }
        if (button instanceof Button plain && plain.isDefaultButton()) {
            return 1;
        }
        return isInFoot(button) ? 2 : 3;
    }

    private static boolean isInFoot(Node button) {
        return Stream.<Node>iterate(button, each -> each != null, Node::getParent).anyMatch(
                each -> each.getStyleClass().contains("dialog-foot"));
    }

    private static Stream<ButtonBase> buttons(Node part) {
        if (!part.isVisible() || part instanceof IndexedCell<?>) {
            return Stream.empty();
        }
        if (part instanceof ButtonBase button) {
            return button.isFocusTraversable() && button.getText() != null ? Stream.of(button) : Stream.empty();
        }
        return part instanceof Parent parent
                ? List.copyOf(parent.getChildrenUnmodifiable()).stream().flatMap(ButtonLetters::buttons)
                : Stream.empty();
    }
}
