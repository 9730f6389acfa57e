package org.billrunconsole.ui.kit.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing moves by itself but what asks {@link ReducedMotion}: looked up in all sources, pages and style sheets. */
class MotionTest {

    private static final Path SOURCES = Path.of("src", "main");

    /** What makes something move. A timeline without key values and a pause are clocks and show nothing. */
    private static final List<Pattern> MOVES = Stream.of(
            "\\b(Fade|Translate|Scale|Rotate|Fill|Stroke|Path|Sequential|Parallel)Transition\\b", "\\bKeyValue\\b",
            "\\bAnimationTimer\\b", "\\bAnimations\\b", "\\bCloseBlockedAnimation\\b|createCloseBlockedAnimation",
            "\\bINDETERMINATE_PROGRESS\\b", "\\bnew Progress(Bar|Indicator)\\(\\)", "progress=\"-",
            "<Progress(Bar|Indicator)(?![^>]*\\bprogress=)", "\\bTitledPane\\b", "\\bAccordion\\b",
            "\\bToggleSwitch\\b", "<ModalPane\\s", "\\bnew ModalPane\\(", "\\bPagination\\b",
            "setIn?TransitionFactory\\((?!null)",
            "\\btransition\\s*:|transition-(property|duration)", "indeterminate-bar-animation").map(Pattern::compile)
            .toList();

    /** Where it may stand, and what for. */
    private static final Map<String, String> ASKING = Map.of(
            "BusyBar.java", "asks", "CardPaneSkin.java", "asks",
            "NextPulse.java", "waits for the window's next picture and changes none");

    @Test
    void nothingMovesThatDoesNotAskWhetherItMay() throws IOException {
        var found = new TreeSet<String>();
        try (var files = Files.walk(SOURCES)) {
            for (var file : files.filter(each -> each.toString().matches(".*\\.(java|fxml|css)")).toList()) {
                if (!ASKING.containsKey(file.getFileName().toString())) {
                    moving(Files.readString(file)).forEach(what -> found.add(file + ": " + what));
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"new FadeTransition(Duration.ONE, node)", "new KeyFrame(D, new KeyValue(x, 1))",
            "<ProgressBar progress=\"-1\" />", "<ProgressBar fx:id=\"wait\" />", "var bar = new ProgressBar();",
            ".button { transition: -fx-background-color 0.2s; }", "<TitledPane text=\"%more\" />",
            "Animations.fadeIn(node, D).play()"})
    void whatMovesIsFound(String planted) {
        assertThat(moving(planted)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"new PauseTransition(PATIENCE)", "<ProgressBar progress=\"0\" />",
            "seconds.getKeyFrames().setAll(new KeyFrame(Duration.seconds(1), _ -> tick()))",
            "over.setInTransitionFactory(null);"})
    void clocksAndWhatStandsStillAreNot(String sound) {
        assertThat(moving(sound)).isEmpty();
    }

    private static Set<String> moving(String text) {
        var found = new TreeSet<String>();
        MOVES.forEach(what -> what.matcher(text).results().forEach(result -> found.add(result.group())));
        return found;
    }
}
