package org.billrunconsole.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.PropertyResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.lifecycle.Reason;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.testkit.SourceTrees;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text that is asked for is there, and every text that is there is asked for. */
class LocalizationTest {

    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-zA-Z0-9-]*\\.(?:[a-zA-Z0-9-]+\\.?)*)\"");
    private static final Pattern FXML = Pattern.compile("\"%([a-zA-Z0-9.-]+)\"");
    private static final Pattern CHOICE = Pattern.compile("\\{\\d+,choice,((?:[^{}]|\\{[^{}]*\\})*)\\}");
    private static final Pattern LIMIT = Pattern.compile("-?[\\d.]+[#<\u2264]");
    private static final Path SOURCES = Path.of("src/main");

    private final Set<String> keys = new TreeSet<>(new Messages(Locale.ENGLISH).bundle().keySet());
    @TempDir
    private Path folder;

    private static Stream<String> matches(Pattern pattern, String ending) throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList().stream().flatMap(file -> {
                try {
                    return pattern.matcher(Files.readString(file)).results().map(result -> result.group(1));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static Set<String> groups(Set<String> keys) {
        return keys.stream().map(key -> key.split("\\.")[0]).collect(Collectors.toSet());
    }

    @Test
    void everyTextAskedForIsThere() throws IOException {
        var groups = groups(keys);
        var asked = Stream.concat(matches(FXML, ".fxml"), matches(LITERAL, ".java")
                .filter(text -> groups.contains(text.split("\\.")[0])).filter(text -> !text.endsWith(".")))
                .collect(Collectors.toCollection(TreeSet::new));
        // A literal may also be the beginning of a key: "failure.rejected" of "failure.rejected.said".
        assertThat(asked.stream()
                .filter(text -> keys.stream().noneMatch(key -> key.equals(text) || key.startsWith(text + "."))))
                .isEmpty();
        assertThat(asked).hasSizeGreaterThan(50);
    }

    @Test
    void everyTextThereIsAskedFor() throws IOException {
        var asked = Stream.concat(matches(FXML, ".fxml"), matches(LITERAL, ".java")).collect(Collectors.toSet());
        assertThat(keys.stream()
                .filter(key -> asked.stream()
                        .noneMatch(text -> key.equals(text) || text.endsWith(".") && key.startsWith(text)
                                || key.equals(text + ".said"))))
                .isEmpty();
    }

    @Test
    void everyCaseOfTheDomainHasWords() {
        for (var code : Reason.Code.values()) {
            assertThat(keys).contains("reason." + Sentences.key(code));
        }
        for (var action : Action.values()) {
            assertThat(keys).contains("action." + Sentences.key(action), "action.noun." + Sentences.key(action),
                    "consequence." + Sentences.key(action),
                    "undo." + Sentences.key(action));
        }
        for (var stage : Stage.Known.values()) {
            assertThat(keys).contains("stage." + Sentences.key(stage));
        }
        for (var cause : Failure.Unreachable.Cause.values()) {
            assertThat(keys).contains("failure.unreachable." + Sentences.key(cause));
        }
    }

    // ---- Every language

    static List<Locale> languages() {
        return Messages.LANGUAGES;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageHasItsOwnTextForEveryKeyAndNoOther(Locale language) throws IOException {
        assertThat(ownTexts(language).keySet()).isEqualTo(keys);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyTextCanBeReadAndTakesWhatTheEnglishOneTakes(Locale language) throws IOException {
        assertThat(faults(ownTexts(Locale.ENGLISH), ownTexts(language))).isEmpty();
    }

    @Test
    void mistakesInTextsAreFound() {
        var english = Map.of("a", "{0} of {1}", "b", "{0,choice,1#1 run|1<{0} runs}", "c", "Close");
        assertThat(faults(english, Map.of("a", "{0} von {1}", "b", "{0,choice,1#1 Lauf|1<{0} Läufe}", "c", "Zu")))
                .isEmpty();
        assertThat(faults(english, Map.of("a", "{0} von {2}", "b", "Läufe: {0}", "c", "Zu {0}"))).hasSize(2)
                .allSatisfy(fault -> assertThat(fault).containsAnyOf("a:", "c:"));
        assertThat(faults(english, Map.of("a", "{0} von {1", "b", "{0,choice,1#1 Lauf|Läufe}", "c", "Zu''m")))
                .hasSize(3);
        assertThat(faults(english, Map.of("a", "{1} von {1}", "b", "{0,choice,1#|1<{0} Läufe}", "c", " Zu")))
                .extracting(fault -> fault.charAt(0)).containsOnly('a', 'b', 'c');
    }

    @Test
    void everyCallFillsInWhatItsTextTakes() throws IOException {
        var calls = MessageCalls.in(SourceTrees.of(SOURCES.resolve("java"), Optional.empty()));
        assertThat(calls).hasSizeGreaterThan(500);
        assertThat(misfilled(calls, ownTexts(Locale.ENGLISH))).isEmpty();
    }

    @Test
    void callsThatDoNotFillTheirTextsAreFound() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("planted")).resolve("Planted.java"), """
                class Planted {
                    void ask(org.billrunconsole.i18n.Messages messages, Integer many, String words, Object[] all) {
                        messages.get("a", words, words);
                        messages.get("a", words);
                        messages.get("a", words, words, words);
                        messages.get(many > 1 ? "b" : "c", many);
                        messages.get("b", words);
                        messages.get("b." + words, many);
                        messages.get("a", all);
                    }
                }
                """);
        var calls = MessageCalls.in(SourceTrees.of(folder.resolve("planted"), Optional.of(compiledProgram())));
        assertThat(misfilled(calls, Map.of("a", "{0} of {1}", "b", "{0,choice,1#1 run|1<{0} runs}", "c", "{0}", "b.x",
                "{0} {1}"))).extracting(fault -> fault.replaceAll("Planted.java:(\\d+).*", "$1"))
                .containsExactly("4", "5", "7", "8");
    }

    @Test
    void noWordsAreShownThatStandInNoBundle() throws IOException {
        assertThat(LiteralTexts.in(SourceTrees.of(SOURCES.resolve("java"), Optional.empty()))).isEmpty();
        try (var files = Files.walk(SOURCES.resolve("resources"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".fxml")).toList()).hasSizeGreaterThan(30)
                    .allSatisfy(file -> assertThat(LiteralTexts.inFxml(Files.readString(file))).isEmpty());
        }
    }

    @Test
    void wordsInSourcesAreFound() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("planted")).resolve("Planted.java"), """
                import javafx.scene.control.*;
                class Planted {
                    void show(Label label, int runs, org.billrunconsole.i18n.Messages messages) {
                        label.setText("Close");
                        label.setText(runs + " runs");
                        label.setTooltip(new Tooltip(runs > 1 ? "many" : ""));
                        var column = new TableColumn<String, String>("Name");
                        label.setText(messages.get("app.name"));
                        label.setText("X · " + runs);
                        label.setId("closeLabel");
                    }
                }
                """);
        assertThat(LiteralTexts.in(SourceTrees.of(folder.resolve("planted"), Optional.of(compiledProgram()))))
                .extracting(each -> each.replaceAll("Planted.java:(\\d+).*", "$1"))
                .containsExactly("4", "5", "6", "7");
        assertThat(LiteralTexts.inFxml("<Label fx:id=\"text\" text=\"Close\" promptText=\"%key\" title=\"—\" />"))
                .containsExactly("text=Close");
    }

    private static Path compiledProgram() {
        try {
            return Path.of(Messages.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> misfilled(List<MessageCalls.Call> calls, Map<String, String> texts) {
        return calls.stream().filter(MessageCalls.Call::isCounted).filter(call -> {
            var fits = texts.entrySet()
                    .stream()
                    .filter(text -> call.asksFor(text.getKey()))
                    .map(text -> fills(call, TextArguments.of(text.getValue())))
                    .toList();
            // Of the keys that begin so it asks for some, and only the running program knows for which.
            return call.beginning() ? !fits.isEmpty() && !fits.contains(true) : fits.contains(false);
        }).map(call -> call.place() + " does not fill in what “" + call.key() + "” takes").toList();
    }

    private static boolean fills(MessageCalls.Call call, TextArguments wanted) {
        int given = call.arguments().size();
        return (call.beginning() ? wanted.count() <= given : wanted.count() == given && wanted.isWithoutGaps())
                && wanted.numeric().stream().allMatch(index -> call.arguments().get(index) == MessageCalls.Kind.NUMBER);
    }

    /** What a language says by itself, and does not take over from another. */
    private static Map<String, String> ownTexts(Locale language) throws IOException {
        var file = language.equals(Locale.ENGLISH) ? "messages.properties"
                : "messages_" + language.getLanguage() + ".properties";
        try (var in = Messages.class.getResourceAsStream(file)) {
            assertThat(in).as(file).isNotNull();
            var texts = new PropertyResourceBundle(in);
            return texts.keySet().stream().collect(Collectors.toMap(key -> key, texts::getString));
        }
    }

    private static List<String> faults(Map<String, String> english, Map<String, String> texts) {
        var faults = new ArrayList<String>();
        new TreeMap<>(texts).forEach((key, text) -> {
            try {
                if (text.isBlank() || text.startsWith(" ") || text.endsWith(" ")) {
                    faults.add(key + ": nothing, or space around it");
                }
                // An apostrophe is written once, or there are two to be read.
                if (text.contains("''")) {
                    faults.add(key + ": an apostrophe twice");
                }
                CHOICE.matcher(text).results().flatMap(choice -> Stream.of(choice.group(1).split("\\|")))
                        .filter(each -> !LIMIT.matcher(each).lookingAt())
                        .forEach(each -> faults.add(key + ": no number before “" + each + "”"));
                var wanted = TextArguments.of(text);
                if (!wanted.used().equals(TextArguments.of(english.getOrDefault(key, "")).used())) {
                    faults.add(key + ": takes " + wanted.used() + ", not what the English one takes");
                }
                for (long number : new long[]{0, 1, 2, 5, 1_000_000}) {
                    var said = TextArguments.filled(text, number, wanted.count());
                    if (said.isBlank() || said.contains("{")) {
                        faults.add(key + ": says “" + said + "”");
                    }
                }
            } catch (IllegalArgumentException e) {
                faults.add(key + ": " + e.getMessage());
            }
        });
        return faults;
    }
}
