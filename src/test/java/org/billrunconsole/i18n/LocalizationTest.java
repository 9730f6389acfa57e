package org.billrunconsole.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.lifecycle.Reason;
import org.billrunconsole.domain.write.Action;
import org.junit.jupiter.api.Test;

/** Every text that is asked for is there, and every text that is there is asked for. */
class LocalizationTest {

    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-zA-Z0-9-]*\\.(?:[a-zA-Z0-9-]+\\.?)*)\"");
    private static final Pattern FXML = Pattern.compile("\"%([a-zA-Z0-9.-]+)\"");
    private static final Path SOURCES = Path.of("src/main");

    private final Set<String> keys = new TreeSet<>(new Messages(Locale.ENGLISH).bundle().keySet());

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
}
