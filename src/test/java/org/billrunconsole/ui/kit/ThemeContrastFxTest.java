package org.billrunconsole.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.billrunconsole.testkit.Contrast;
import org.billrunconsole.testkit.ShowsWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * The colours of every look, as their tokens give them: words stand out from what they stand on by 4.5 : 1, and what
 * shows where the keyboard is, or a state, by 3 : 1; with high contrast words by 7 : 1 and the others, borders too, by
 * 4.5 : 1.
 */
@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class ThemeContrastFxTest {

    /** Grounds of what the theme itself colours by words of its own: a button by its own colour, a tip by the opposite one. */
    private static final List<String> STRONG = List.of("-color-accent-emphasis", "-color-success-emphasis",
            "-color-danger-emphasis", "-color-warning-emphasis", "-color-neutral-emphasis",
            "-color-neutral-emphasis-plus",
            "-console-primary", "-console-primary-hover", "-console-sandbox", "-console-test");

    /** What words without a ground of their own stand on. */
    private static final List<String> GROUNDS = List.of("-color-bg-default", "-color-bg-subtle", "-console-selected",
            "-console-chosen");
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");
    private static final Pattern TOKEN = Pattern.compile("-(?:color|console)-[a-z0-9-]+");

    /** A rule that colours words, an icon, a bar or a border. */
    private record Rule(String selector, Map<String, String> says) {

        private Optional<String> token(String property) {
            return Optional.ofNullable(says.get(property)).filter(value -> TOKEN.matcher(value).matches());
        }

        /** The ground that is seen: of several backgrounds the one on top. */
        private Optional<String> ground() {
            return Optional.ofNullable(says.get("-fx-background-color"))
                    .map(value -> value.substring(value.lastIndexOf(',') + 1).strip())
                    .filter(value -> TOKEN.matcher(value).matches());
        }

        /** What cannot be used now may be fainter, and what has no colour has no contrast. */
        private boolean isOfUse() {
            return !selector.contains("disabled") && !selector.contains("skeleton");
        }
    }

    private final StackPane root = new StackPane();
    /** What each token is in the look that is shown. */
    private final Map<String, Color> known = new HashMap<>();
    private Scene scene;

    @Start
    void start(Stage stage) {
        scene = new Scene(root, 10, 10);
        stage.setScene(scene);
        stage.show();
    }

    @ParameterizedTest
    @EnumSource
    void wordsStandOutFromTheirGround(Theme theme, FxRobot robot) throws IOException {
        var faults = new ArrayList<String>();
        var seen = 0;
        robot.interact(() -> theme.apply(scene));
        for (var rule : rules(theme)) {
            var words = rule.token("-fx-text-fill");
            if (words.isEmpty() || !rule.isOfUse()) {
                continue;
            }
            for (var ground : rule.ground().map(List::of).orElse(groundsOf(rule))) {
                seen++;
                compare(robot, words.get(), ground, words(theme), rule, faults);
            }
        }
        assertThat(seen).isGreaterThan(100);
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void iconsBarsAndRingsStandOutFromTheirGround(Theme theme, FxRobot robot) throws IOException {
        var faults = new ArrayList<String>();
        var seen = 0;
        robot.interact(() -> theme.apply(scene));
        for (var rule : rules(theme)) {
            var shape = rule.token("-fx-icon-color").or(() -> rule.selector().endsWith("-fill") ? rule.ground()
                    : Optional.empty());
            if (shape.isEmpty() || !rule.isOfUse() || shape.get().equals("-color-fg-emphasis")) {
                continue;
            }
            for (var ground : List.of("-color-bg-default", "-color-bg-subtle")) {
                seen++;
                compare(robot, shape.get(), ground, shapes(theme), rule, faults);
            }
        }
        // Where the keyboard is, in a table and everywhere else.
        for (var ground : List.of("-color-bg-default", "-color-bg-subtle", "-console-chosen", "-console-selected")) {
            compare(robot, "-color-accent-emphasis", ground, shapes(theme), new Rule("focus", Map.of()), faults);
            compare(robot, "-console-ring", ground, shapes(theme), new Rule("ring", Map.of()), faults);
        }
        assertThat(seen).isGreaterThan(20);
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT_HIGH", "DARK_HIGH"})
    void withHighContrastBordersStandOutAndSoDoWordsOnStrongColours(Theme theme, FxRobot robot) {
        var faults = new ArrayList<String>();
        robot.interact(() -> theme.apply(scene));
        for (var ground : List.of("-color-bg-default", "-color-bg-subtle", "-color-bg-overlay", "-console-selected")) {
            compare(robot, "-color-border-default", ground, shapes(theme), new Rule("border", Map.of()), faults);
            for (var state : List.of("accent", "success", "warning", "danger")) {
                compare(robot, "-color-%s-muted".formatted(state), ground, shapes(theme), new Rule("card", Map.of()),
                        faults);
            }
        }
        // Lines between rows, which nothing but their order is told by.
        compare(robot, "-color-border-muted", "-color-bg-default", 3, new Rule("line", Map.of()), faults);
        for (var ground : STRONG) {
            compare(robot, "-color-fg-emphasis", ground, words(theme), new Rule("strong", Map.of()), faults);
        }
        for (var step : theme.isDark() ? List.of(5, 6, 7) : List.of(1, 2)) {
            compare(robot, "-color-fg-default", "-color-base-" + step, words(theme), new Rule("hover", Map.of()),
                    faults);
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void aPairThatIsTooFaintIsFound(FxRobot robot) {
        robot.interact(() -> Theme.LIGHT.apply(scene));
        var faults = new ArrayList<String>();
        compare(robot, "-color-border-default", "-color-bg-default", words(Theme.LIGHT), new Rule(".planted", Map.of()),
                faults);
        compare(robot, "-color-fg-default", "-color-bg-default", words(Theme.LIGHT), new Rule(".sound", Map.of()),
                faults);
        assertThat(faults).singleElement().asString().startsWith(".planted");
    }

    private static double words(Theme theme) {
        return theme.isHighContrast() ? 7 : 4.5;
    }

    private static double shapes(Theme theme) {
        return theme.isHighContrast() ? 4.5 : 3;
    }

    /** Words on a coloured ground of what they stand in are looked at in the window itself, by the tour of all views. */
    private static List<String> groundsOf(Rule rule) {
        return rule.token("-fx-text-fill").filter(words -> words.equals("-color-fg-emphasis")).isPresent() ? List.of()
                : rule.selector().contains(".run-table") ? GROUNDS : GROUNDS.subList(0, 2);
    }

    private void compare(FxRobot robot, String above, String ground, double least, Rule rule, List<String> faults) {
        var bottom = colour(robot, "-color-bg-default", Color.TRANSPARENT);
        var below = colour(robot, ground, bottom);
        var ratio = Contrast.ratio(colour(robot, above, below), below);
        if (ratio < least) {
            faults.add("%s: %s on %s comes to %.2f : 1".formatted(rule.selector(), above, ground, ratio));
        }
    }

    /** What a token looks like over a colour. */
    private Color colour(FxRobot robot, String token, Color below) {
        var found = known.computeIfAbsent(token, wanted -> resolved(robot, wanted));
        var share = found.getOpacity();
        return share == 1 ? found
                : below.interpolate(new Color(found.getRed(), found.getGreen(), found.getBlue(), 1), share);
    }

    private Color resolved(FxRobot robot, String token) {
        var part = new Region();
        robot.interact(() -> {
            part.setStyle("-fx-background-color: " + token + ";");
            root.getChildren().setAll(part);
            root.applyCss();
        });
        return (Color) part.getBackground().getFills().getFirst().getFill();
    }

    private static List<Rule> rules(Theme theme) throws IOException {
        var rules = new ArrayList<>(rules("console.css"));
        if (theme.isHighContrast()) {
            rules.addAll(rules("high.css"));
        }
        return rules;
    }

    private static List<Rule> rules(String sheet) throws IOException {
        try (var in = Theme.class.getResourceAsStream(sheet)) {
            var css = COMMENT.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8)).replaceAll("");
            return RULE.matcher(css).results().flatMap(rule -> {
                var says = new HashMap<String, String>();
                Stream.of(rule.group(2).split(";")).map(each -> each.split(":", 2)).filter(each -> each.length == 2)
                        .forEach(each -> says.put(each[0].strip(), each[1].strip()));
                return Stream.of(rule.group(1).split(",")).map(selector -> new Rule(selector.strip(), says));
            }).toList();
        }
    }
}
