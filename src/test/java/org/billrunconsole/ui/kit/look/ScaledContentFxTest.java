package org.billrunconsole.ui.kit.look;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Dimension2D;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.billrunconsole.testkit.ShowsWindow;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A window is enlarged as much as is wanted, but not further than what is in it has room for. */
@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class ScaledContentFxTest {

    private static final Dimension2D LEAST = new Dimension2D(800, 500);

    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @ParameterizedTest
    @CsvSource({"150, 1440, 900, 960, 600", "150, 1000, 680, 800, 544", "150, 1200, 500, 1200, 500",
            "150, 700, 400, 700, 400", "110, 1100, 680, 1000, 618", "90, 900, 630, 1000, 700",
            "90, 700, 450, 778, 500"})
    void theContentIsGivenTheRoomThatItNeeds(int percent, double width, double height, long contentWidth,
            long contentHeight, FxRobot robot) {
        var content = new Region();
        robot.interact(() -> {
            var scaled = new ScaledContent(content, percent, LEAST);
            stage.setScene(new Scene(scaled, width, height));
            scaled.resize(width, height);
            scaled.layout();
        });
        assertThat(Math.round(content.getWidth())).isEqualTo(contentWidth);
        assertThat(Math.round(content.getHeight())).isEqualTo(contentHeight);
        var drawn = content.localToParent(content.getLayoutBounds());
        assertThat(Math.round(drawn.getWidth())).isEqualTo(Math.round(width));
        assertThat(Math.round(drawn.getHeight())).isEqualTo(Math.round(height));
    }
}
