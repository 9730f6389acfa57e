package org.billrunconsole.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.billrunconsole.testkit.ColourVision;
import org.billrunconsole.testkit.Frames;
import org.billrunconsole.testkit.Pictures;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.ui.kit.Theme;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The month's bar and the sign of a connection tell their states apart to eyes that see few colours or none. */
@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class StandingBarFxTest {

    /** Of 1, black against white all over; a bar's ordinary rounding and shading stay far below. */
    private static final double TOLD_APART = 0.04;

    private final VBox box = new VBox(8);
    private Scene scene;

    @Start
    void start(Stage stage) {
        scene = new Scene(new StackPane(box), 400, 300);
        stage.setScene(scene);
        stage.show();
    }

    @ParameterizedTest
    @EnumSource
    void everyStandingIsToldFromEveryOtherWithoutItsColour(Theme theme, FxRobot robot) {
        var bars = new EnumMap<Standing, Region>(Standing.class);
        robot.interact(() -> {
            theme.apply(scene);
            for (var standing : Standing.values()) {
                var bar = new StandingBar();
                bar.setMaxWidth(80);
                bar.show(List.of(new Board.Share(BoardStage.values()[0], standing, 1)), Object::toString);
                bars.put(standing, bar);
            }
            box.getChildren().setAll(bars.values());
        });
        assertTold(bars, StandingBarFxTest::apart, theme, robot);
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfConnectionHasASignOfItsOwn(Theme theme, FxRobot robot) {
        var signs = new LinkedHashMap<String, Region>();
        robot.interact(() -> {
            theme.apply(scene);
            for (var kind : List.of("sandbox", "test", "production")) {
                var dot = new Region();
                dot.getStyleClass().add("state-dot");
                dot.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
                var strip = new StackPane(dot);
                strip.getStyleClass().addAll("dialog-strip", kind);
                strip.setStyle("-fx-padding: 0;");
                strip.setMinSize(20, 20);
                strip.setMaxSize(20, 20);
                signs.put(kind, strip);
            }
            box.getChildren().setAll(signs.values());
        });
        assertTold(signs, (one, other) -> apart(sign(one), sign(other)), theme, robot);
    }

    private void assertTold(Map<?, Region> parts, ToDoubleBiFunction<Image, Image> apart, Theme theme, FxRobot robot) {
        Frames.settle(scene);
        var faults = new ArrayList<String>();
        robot.interact(() -> {
            for (var eyes : ColourVision.values()) {
                Pictures.keep(eyes.see(scene.snapshot(null)), "%s/states-%s-%s".formatted(eyes.name().toLowerCase(
                        Locale.ROOT), parts.size(), theme.name().toLowerCase(Locale.ROOT)));
                var seen = new LinkedHashMap<Object, Image>();
                parts.forEach((state, part) -> seen.put(state, eyes.see(part.snapshot(null, null))));
                var states = List.copyOf(seen.keySet());
                for (int one = 0; one < states.size(); one++) {
                    for (int other = one + 1; other < states.size(); other++) {
                        var by = apart.applyAsDouble(seen.get(states.get(one)), seen.get(states.get(other)));
                        if (by < TOLD_APART) {
                            faults.add("%s and %s look alike with %s: %.3f".formatted(states.get(one),
                                    states.get(other), eyes, by));
                        }
                    }
                }
            }
        });
        assertThat(faults).isEmpty();
    }

    /** How far two pictures of one size are apart in brightness, from 0 to 1. */
    private static double apart(Image one, Image other) {
        return apart(light(one), light(other));
    }

    private static double apart(double[] one, double[] other) {
        assertThat(one).hasSameSizeAs(other);
        return IntStream.range(0, one.length).mapToDouble(i -> Math.abs(one[i] - other[i])).average().orElseThrow();
    }

    /** What stands on a ground, whatever the ground's own shade. */
    private static double[] sign(Image picture) {
        var light = light(picture);
        // The upper corners are round.
        var ground = light[light.length - 1];
        return DoubleStream.of(light).map(each -> Math.abs(each - ground) < 0.2 ? 0 : 1).toArray();
    }

    private static double[] light(Image picture) {
        var width = (int) picture.getWidth();
        return IntStream.range(0, width * (int) picture.getHeight())
                .mapToDouble(i -> picture.getPixelReader().getColor(i % width, i / width).grayscale().getRed())
                .toArray();
    }
}
