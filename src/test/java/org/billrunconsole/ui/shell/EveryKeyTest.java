package org.billrunconsole.ui.shell;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.billrunconsole.ui.shell.ShellKeys.Key;
import org.junit.jupiter.api.Test;

/** Whatever can be done with the mouse can be done by keys, and every key that does something is in the list of F1. */
class EveryKeyTest {

    private static final Pattern MOUSE = Pattern.compile("setOnMouse(?:Clicked|Pressed|Released|Dragged)"
            + "|addEvent\\w+\\(MouseEvent\\.MOUSE_(?:CLICKED|PRESSED|RELEASED|DRAGGED)|setOnDrag\\w+|setOnScroll"
            + "|setOnContextMenuRequested|onMouse\\w+=|onDrag\\w+=|new SplitPane|<SplitPane\\s");
    private static final Pattern KEYS = Pattern.compile("KeyCode\\.([A-Z]\\w*)|case ([A-Z][A-Z0-9_, \\n]*)->");

    /** What does the same as the handlers of a file, of which there are so many. */
    private static final Map<String, Map.Entry<Integer, Object>> WAYS = Map.ofEntries(
            entry("BoardPane.java", entry(1, Key.CARDS)),
            entry("PlanPanelController.java", entry(1, Key.OPEN)),
            entry("RunTab.java", entry(1, Key.OPEN)),
            entry("TableChoosing.java", entry(3, Key.CHOOSE)),
            entry("RowMenu.java", entry(1, Key.MENU)),
            entry("NoticeArea.java", entry(1, Key.PUT_AWAY)),
            entry("ListDetailPane.java", entry(1, Key.LINE)),
            entry("Activity.fxml", entry(1, Key.LINE)),
            entry("SearchCell.java", entry(1, "Enter, in the field above, on what the arrow keys have chosen")),
            entry("NoticeDrawer.java", entry(1, "Enter on the row, which is a stop of the keyboard")),
            entry("CardKeys.java", entry(1, "does nothing but keep clicks from what is behind a dialog")));

    /** Those that are known by every keyboard's user, or stand for one that is listed. */
    private static final Set<KeyCode> NOT_LISTED = Set.of(KeyCode.TAB, KeyCode.ALT, KeyCode.CONTEXT_MENU);

    @Test
    void whatTheMouseDoesAKeyDoesToo() throws IOException {
        var found = new TreeMap<String, Integer>();
        sources().forEach(file -> {
            var handlers = (int) MOUSE.matcher(read(file)).results().count();
            if (handlers > 0) {
                found.put(file.getFileName().toString(), handlers);
            }
        });
        assertThat(found).as("name here the key that does the same").isEqualTo(WAYS.entrySet().stream().collect(
                Collectors.toMap(Map.Entry::getKey, each -> each.getValue().getKey())));
    }

    @Test
    void everyKeyThatDoesSomethingIsListed() throws IOException {
        var listed = Stream.of(Key.values()).flatMap(key -> key.combinations().stream()).map(each -> plain(each
                .getCode())).collect(Collectors.toSet());
        var unlisted = new TreeSet<String>();
        sources().filter(file -> read(file).contains(KeyEvent.class.getSimpleName())).forEach(file -> KEYS.matcher(
                read(file)).results().flatMap(each -> Stream.of(each.group(1), each.group(2)))
                .filter(each -> each != null)
                .flatMap(each -> Arrays.stream(each.split("[,\\s]+")))
                .flatMap(EveryKeyTest::key)
                .filter(key -> !listed.contains(key) && !NOT_LISTED.contains(key))
                .forEach(key -> unlisted.add(file.getFileName() + ": " + key)));
        assertThat(unlisted).isEmpty();
        assertThat(listed).contains(KeyCode.HOME, KeyCode.LEFT, KeyCode.F3);
    }

    private static Stream<KeyCode> key(String name) {
        return Stream.of(KeyCode.values()).filter(key -> key.name().equals(name)).map(EveryKeyTest::plain);
    }

    /** The same of the other arrow keys and digits. */
    private static KeyCode plain(KeyCode key) {
        return KeyCode.valueOf(key.name().replace("KP_", "").replace("NUMPAD", "DIGIT"));
    }

    private static Stream<Path> sources() throws IOException {
        try (var java = Files.walk(Path.of("src/main/java/org/billrunconsole/ui"));
                var fxml = Files.walk(Path.of("src/main/resources/org/billrunconsole/ui"))) {
            return Stream.concat(java.filter(file -> file.toString().endsWith(".java")),
                    fxml.filter(file -> file.toString().endsWith(".fxml"))).toList().stream();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
